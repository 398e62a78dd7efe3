"""x @ W.T, entry by entry: a row of x meets a column of W.T."""

from pathlib import Path

from course.figures.controls import Steps
from course.figures.svg import Svg, number
from course.lessons import load

cart = load(Path(__file__).parent.parent / "data" / "shared.py")
LEFT = cart.Grid(52, 52)
TURNED = cart.Grid(170, 76, rows=2, cell=46)
RESULT = cart.Grid(306, 52, cell=46)
DAYS, PLACES = tuple(f"Sat. {row + 1}" for row in range(4)), ("park", "station")
WIDTH = RESULT.right + 4

CONTROLS = [Steps("step", "Entry", cart.earned.size + 1, 1, first=0)]


def short(value):
    return number(float(value), 0)


def names(svg, step):
    """Name the rows, which are Saturdays, and the columns, which are places."""
    row, column = divmod(step - 1, 2) if step else (None, None)
    for k, day in enumerate(DAYS):
        lit = " product-lit" if k == row else ""
        place = {"x": LEFT.left - 6, "y": LEFT.at(k, 0)[1] + 5}
        svg.add("text", day, class_=f"product-name plane-end{lit}", **place)
    for grid in (TURNED, RESULT):
        for k, where in enumerate(PLACES):
            lit = " product-lit" if k == column else ""
            place = {"x": grid.at(0, k)[0], "y": grid.top - 7}
            svg.add("text", where, class_=f"product-name plane-middle{lit}", **place)


def account(svg, row, column):
    """Write the products in the colors of what they come from, and their sum."""
    line = svg.add("text", x=WIDTH / 2, y=222, class_="cart-result")
    for k, (v, w) in enumerate(zip(cart.x[row], cart.W[column], strict=True)):
        line.add("tspan", " + " if k else "")
        line.add("tspan", short(v), class_="product-in")
        line.add("tspan", " · ")
        line.add("tspan", short(w), class_="product-weight")
    line.add("tspan", f" = {short(cart.earned[row, column])}")


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
        WIDTH,
        234,
        "Rows of x times columns of W.T",
        f"x has shape (4, 2), W.T has shape (2, 2), and x @ W.T has shape (4, 2). {words}",
    )
    if step:
        LEFT.glow(svg, row, 0, columns=2)
        TURNED.glow(svg, 0, column, rows=2)
        RESULT.glow(svg, row, column)
    for grid, name, shape in (
        (LEFT, "x", "(4, 2)"),
        (TURNED, "W.T", "(2, 2)"),
        (RESULT, "x @ W.T", "(4, 2)"),
    ):
        grid.brackets(svg, "", shape)
        svg.add("text", name, x=grid.middle, y=grid.top - 25, class_="cart-name")
    for sign, one, other in (("@", LEFT, TURNED), ("=", TURNED, RESULT)):
        cart.sign(svg, sign, (one.right + other.left) / 2, 100)
    names(svg, step)
    LEFT.fill(svg, cart.x, "x", "product-in")
    TURNED.fill(svg, cart.W.T, "W.T", "product-weight")
    RESULT.fill(svg, cart.earned, "x @ W.T", show=lambda i, j: 2 * i + j < step)
    if step:
        where = f"Saturday {row + 1}, {PLACES[column]}: x[{row}] meets W.T[:, {column}]"
        svg.add("text", where, x=WIDTH / 2, y=198, class_="cart-told")
        account(svg, row, column)
    else:
        svg.add("text", told, x=WIDTH / 2, y=222, class_="cart-result")
    return svg
