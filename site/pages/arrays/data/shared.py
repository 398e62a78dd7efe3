"""What the page and its figures share: the cart's numbers, and a grid that shows such numbers."""

from dataclasses import dataclass

import numpy as np

import nn
from course.figures.svg import number

x = np.array([[2.0, 3.0], [0.0, 2.0], [1.0, 6.0], [4.0, 1.0]])  # a row for each Saturday
W = np.array([[1.0, 3.0], [2.0, 1.0]])  # a row for each place
b = np.array([-10.0, -4.0])  # the rent
y = np.array([1, 0, 0, 1])  # where the cart was
tips = np.array([1.0, 0.0, 5.0, 2.0])  # one amount for each Saturday
earned = nn.linear(x, W, np.zeros(2))
z = nn.linear(x, W, b)

LINE = 24  # between two rows of a grid
EDGE = 6  # between a bracket and the numbers


@dataclass(frozen=True)
class Grid:
    """Where an array is drawn: its left and top, its rows and columns, and a column's width."""

    left: float
    top: float
    rows: int = 4
    columns: int = 2
    cell: float = 36

    @property
    def right(self):
        return self.left + self.columns * self.cell + 2 * EDGE

    @property
    def bottom(self):
        return self.top + self.rows * LINE

    @property
    def middle(self):
        return (self.left + self.right) / 2

    def at(self, row, column):
        """Return the middle of an entry."""
        return self.left + EDGE + (column + 0.5) * self.cell, self.top + (row + 0.5) * LINE

    def brackets(self, parent, name, shape):
        """Draw the brackets, with the name above and the shape below."""
        left, right, height = self.left, self.right, self.rows * LINE
        d = f"M{left + 5} {self.top}h-5v{height}h5M{right - 5} {self.top}h5v{height}h-5"
        parent.add("path", d=d, class_="cart-bracket")
        if name:
            parent.add("text", name, x=self.middle, y=self.top - 9, class_="cart-name")
        if shape:
            parent.add("text", shape, x=self.middle, y=self.bottom + 18, class_="cart-shape")

    def entry(self, parent, row, column, text, class_="", link=None):
        """Write one entry."""
        x, y = self.at(row, column)
        parent.add("text", text, x=x, y=y + 5, class_=f"cart-entry {class_}", data_link=link)

    def fill(self, svg, values, name, class_="", show=None):
        """Write all entries, and add them as a table of that name.

        show(row, column) tells which are known yet; a dot stands for the others.
        """
        texts = [[number(float(value), 0) for value in row] for row in values]
        for row, column in np.ndindex(values.shape):
            if show and not show(row, column):
                texts[row][column] = ""
            self.entry(svg, row, column, texts[row][column] or "·", class_)
        svg.table(name, [[text or "not known yet" for text in row] for row in texts])

    def glow(self, parent, row, column, rows=1, columns=1):
        """Mark a block of entries, from its first row and column on."""
        place = {"x": self.left + EDGE + column * self.cell + 2, "y": self.top + row * LINE + 1}
        size = {"width": columns * self.cell - 4, "height": rows * LINE - 2}
        parent.add("rect", rx=4, class_="cart-glow", **place, **size)


def sign(parent, text, x, y):
    """Write a sign between two grids."""
    parent.add("text", text, x=x, y=y + 6, class_="cart-sign")


def say(parent, text, y, class_="cart-told"):
    """Write a line across the drawing."""
    parent.add("text", text, x=180, y=y, class_=class_)


def flat(values):
    """Return numbers as NumPy prints a plain row of them."""
    return f"[{' '.join(number(float(value), 0) for value in values)}]"
