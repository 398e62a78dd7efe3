"""The cups of four Saturdays, with rows and columns counted in code and in mathematics."""

from pathlib import Path

from course.figures.controls import Steps
from course.figures.svg import Svg, number
from course.lessons import load

cart = load(Path(__file__).parent.parent / "data" / "shared.py")
GRID = cart.Grid(150, 84, cell=60)

CONTROLS = [Steps("entry", "Entry", cart.x.size, 1)]


def counts(svg, entry):
    """Number the rows on the left and the columns above: from 0 in code, from 1 in mathematics."""
    marked = divmod(entry, 2)
    for start, side, above, kind in ((0, 126, 74, "code"), (1, 74, 42, "maths")):
        for row in range(4):
            y = GRID.at(row, 0)[1] + 5
            lit = " counting-lit" if row == marked[0] else ""
            svg.add("text", str(row + start), x=side, y=y, class_=f"counting-{kind}{lit}")
        for column in range(2):
            x = GRID.at(0, column)[0]
            lit = " counting-lit" if column == marked[1] else ""
            svg.add("text", str(column + start), x=x, y=above, class_=f"counting-{kind}{lit}")
    svg.add("text", "code", x=126, y=74, class_="counting-code")
    svg.add("text", "mathematics", x=74, y=42, class_="counting-maths")


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
