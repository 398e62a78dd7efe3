"""Ways to choose entries of z: by a mask, by argmax, by one index per row, and in every row."""

from pathlib import Path

import numpy as np

from course.figures.controls import Choice
from course.figures.svg import Svg
from course.lessons import load

cart = load(Path(__file__).parent.parent / "data" / "shared.py")
GRID = cart.Grid(40, 60, cell=44)
FLAT = {"rows": 1, "columns": 4, "cell": 34}  # a result with one entry per row
ROWS = np.arange(4)
BEST = cart.z.argmax(axis=1)
PICKED = cart.z[ROWS, cart.y]
KINDS = {  # the entries that are chosen, the code, and what it gives
    "mask": (cart.z > 0, "z[z > 0]", f"the entries {cart.flat(cart.z[cart.z > 0])}"),
    "argmax": (np.eye(2)[BEST] > 0, "z.argmax(axis=1)", f"the columns {cart.flat(BEST)}"),
    "pick": (np.eye(2)[cart.y] > 0, "z[np.arange(4), y]", f"the entries {cart.flat(PICKED)}"),
    "all": (np.full((4, 2), True), "z[:, y]", f"columns {cart.flat(cart.y)} of every row"),
}

CONTROLS = [
    Choice(
        "by",
        "Choose by",
        (
            ("mask", "a mask"),
            ("argmax", "argmax"),
            ("pick", "one index per row"),
            ("all", "all rows"),
        ),
        "mask",
    )
]


def source(svg):
    """Draw z with its rows and columns counted as in code."""
    GRID.brackets(svg, "", "(4, 2)")
    GRID.fill(svg, cart.z, "z")
    svg.add("text", "z", x=GRID.middle, y=GRID.top - 30, class_="cart-name")
    for row in range(4):
        svg.add("text", str(row), x=24, y=GRID.at(row, 0)[1] + 5, class_="counting-code")
    for column in range(2):
        x = GRID.at(0, column)[0]
        svg.add("text", str(column), x=x, y=GRID.top - 9, class_="counting-code")


def mask(svg):
    grid, name = cart.Grid(206, GRID.top, cell=56), "z > 0"
    cart.sign(svg, "→", (GRID.right + grid.left) / 2, GRID.top + 48)
    for row, column in np.ndindex(cart.z.shape):
        true = bool(cart.z[row, column] > 0)
        if true:
            grid.glow(svg, row, column)
        kind = "" if true else "choosing-false"
        grid.entry(svg, row, column, str(true), kind)
    grid.brackets(svg, name, "(4, 2)")
    svg.table(name, (cart.z > 0).astype(str))


def picked(svg, values, code):
    """Write the code and, in boxes, the entries that it gives."""
    grid = cart.Grid(134, 198, 1, len(values), 34)
    svg.add("text", code, x=66, y=grid.top + 17, class_="cart-code")
    cart.sign(svg, "→", 118, grid.top + 12)
    for column in range(len(values)):
        grid.glow(svg, 0, column)
    grid.fill(svg, values[None], code)
    grid.brackets(svg, "", "")
    shape = {"x": grid.right + 10, "y": grid.top + 17}
    svg.add("text", f"({len(values)},)", class_="choosing-shape", **shape)


def every(svg):
    """Draw z[:, y], with the column of z above each of its columns."""
    grid = cart.Grid(192, GRID.top, 4, 4, 34)
    for column, source in enumerate(cart.y):
        x = grid.at(0, column)[0]
        svg.add("text", str(source), x=x, y=grid.top - 9, class_="counting-code")
    svg.add("text", "columns y", x=grid.middle, y=grid.top - 30, class_="cart-name")
    grid.fill(svg, cart.z[:, cart.y], "z[:, y]")
    grid.brackets(svg, "", "(4, 4)")
    cart.sign(svg, "→", (GRID.right + grid.left) / 2, GRID.top + 48)


def flat(svg, values, top, name="", heard=""):
    """Draw one number per row of z, as NumPy prints them; heard names what has no name in it."""
    grid = cart.Grid(192, top, **FLAT)
    grid.fill(svg, values[None], name or heard)
    grid.brackets(svg, name, "" if name else "(4,)")


def draw(by):
    chosen, code, gives = KINDS[by]
    svg = Svg(
        360,
        234,
        f"Choosing entries of z with {code}",
        f"z has the rows {', '.join(cart.flat(row) for row in cart.z)}. {code} gives {gives}.",
    )
    for row, place in np.argwhere(chosen):
        GRID.glow(svg, int(row), int(place))
    source(svg)
    if by == "mask":
        mask(svg)
        picked(svg, cart.z[chosen], code)
        return svg
    if by == "argmax":
        flat(svg, BEST, 96, heard=code)
        cart.sign(svg, "→", 166, 108)
    elif by == "pick":
        flat(svg, ROWS, 36, "rows np.arange(4)")
        flat(svg, cart.y, 82, "columns y")
        flat(svg, PICKED, 132, heard=code)
        cart.sign(svg, "→", 166, 144)
    else:
        every(svg)
    cart.say(svg, code, 198, "cart-code")
    cart.say(svg, f"gives {gives}", 222)
    return svg
