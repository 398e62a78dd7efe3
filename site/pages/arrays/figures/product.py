"""x @ W.T, entry by entry: a row of x meets a column of W.T."""

from pathlib import Path

from course.figures.controls import Steps
from course.figures.svg import Svg, number
from course.lessons import load

cart = load(Path(__file__).parent.parent / "data" / "shared.py")
LEFT = cart.Grid(8, 40)
TURNED = cart.Grid(122, 64, rows=2)
RESULT = cart.Grid(238, 40, cell=46)
PLACES = ("park", "station")

CONTROLS = [Steps("step", "Entry", cart.earned.size + 1, 1, first=0)]


def short(value):
    return number(float(value), 0)


def draw(step):
    told = words = "No entry is computed yet."
    row, column = divmod(step - 1, 2)
    if step:
        terms = [
            f"{short(v)} · {short(w)}" for v, w in zip(cart.x[row], cart.W[column], strict=True)
        ]
        told = f"{' + '.join(terms)} = {short(cart.earned[row, column])}"
        words = f"Row {row} of x meets column {column} of W.T: {told}."
    svg = Svg(
        360,
        222,
        "Rows of x times columns of W.T",
        f"x has shape (4, 2), W.T has shape (2, 2), and x @ W.T has shape (4, 2). {words}",
    )
    if step:
        LEFT.glow(svg, row, 0, columns=2)
        TURNED.glow(svg, 0, column, rows=2)
        RESULT.glow(svg, row, column)
    LEFT.brackets(svg, "x", "(4, 2)")
    TURNED.brackets(svg, "W.T", "(2, 2)")
    RESULT.brackets(svg, "x @ W.T", "(4, 2)")
    cart.sign(svg, "@", 107, 88)
    cart.sign(svg, "=", 222, 88)
    LEFT.fill(svg, cart.x, "x", "product-in")
    TURNED.fill(svg, cart.W.T, "W.T", "product-weight")
    RESULT.fill(svg, cart.earned, "x @ W.T", show=lambda i, j: 2 * i + j < step)
    if step:
        where = f"Saturday {row + 1}, {PLACES[column]}: x[{row}] meets W.T[:, {column}]"
        cart.say(svg, where, 186)
    cart.say(svg, told, 210, "cart-result")
    return svg
