"""The cups of four Saturdays, with rows and columns counted in code and in mathematics."""

from pathlib import Path

from course.figures.controls import Steps
from course.figures.svg import Svg, number
from course.lessons import load

cart = load(Path(__file__).parent.parent / "data" / "shared.py")
GRID = cart.Grid(172, 84, cell=60)
STRIPS = (  # both counts: their first number, their left and top, and where their name is
    ("maths", "mathematics", 1, 84, 28, 131),
    ("code", "code", 0, 128, 54, 148),
)
WIDE = 40  # the width of a strip beside the rows
DEEP = 22  # the height of a strip above the columns

CONTROLS = [Steps("entry", "Entry", cart.x.size, 1)]


def counts(svg, entry):
    """Number rows and columns on strips around a corner, each with the name of its count."""
    marked = divmod(entry, 2)
    for kind, name, start, left, top, place in STRIPS:
        strip(svg, kind, left, top)
        middle, line = left + WIDE / 2, top + 16
        svg.add("text", name, x=place, y=line, class_=f"counting-{kind}")
        rows = [(row, middle, GRID.at(row, 0)[1] + 5, marked[0]) for row in range(4)]
        columns = [(column, GRID.at(0, column)[0], line, marked[1]) for column in range(2)]
        for count, x, y, one in (*rows, *columns):
            lit = " counting-lit" if count == one else ""
            svg.add("text", str(count + start), x=x, y=y, class_=f"counting-{kind}{lit}")


def strip(svg, kind, left, top):
    """Draw what one count's numbers are on: above the columns, and down beside the rows."""
    right, low, bottom = GRID.right, top + DEEP, GRID.bottom
    d = f"M{left} {top}H{right}V{low}H{left + WIDE}V{bottom}H{left}z"
    svg.add("path", d=d, class_=f"counting-strip counting-strip-{kind}")


def draw(entry):
    row, column = divmod(entry, 2)
    value = number(float(cart.x[row, column]), 0)
    in_code, in_words = f"x[{row}, {column}] is {value}", f"row {row + 1}, column {column + 1}"
    svg = Svg(
        360,
        258,
        "Four Saturdays, counted in code and in mathematics",
        f"A grid of 4 rows, one per Saturday, and 2 columns, tea and coffee. In code, {in_code}. "
        f"In mathematics, that's the entry in {in_words}.",
    )
    svg.add("text", "tea", x=GRID.at(0, 0)[0], y=18, class_="cart-shape")
    svg.add("text", "coffee", x=GRID.at(0, 1)[0], y=18, class_="cart-shape")
    GRID.glow(svg, row, column)
    GRID.brackets(svg, "", "shape (4, 2)")
    GRID.fill(svg, cart.x, "Cups: a row per Saturday, with tea and coffee")
    cart.say(svg, in_code, 226, "cart-code")
    cart.say(svg, f"in mathematics: {in_words}", 248)
    counts(svg, entry)
    return svg
