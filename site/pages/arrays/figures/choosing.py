"""Three ways to choose entries of z: by a mask, by argmax, and by one index per row."""

from pathlib import Path

import numpy as np

from course.figures.controls import Choice
from course.figures.svg import Svg
from course.lessons import load

cart = load(Path(__file__).parent.parent / "data" / "shared.py")
GRID = cart.Grid(40, 40, cell=44)
ROWS = np.arange(4)
BEST = cart.z.argmax(axis=1)
PICKED = cart.z[ROWS, cart.y]
KINDS = {  # the entries that are chosen, the code, and what it gives
    "mask": (cart.z > 0, "z > 0", "True or False for every entry"),
    "argmax": (np.eye(2)[BEST] > 0, "z.argmax(axis=1)", f"the columns {cart.flat(BEST)}"),
    "pick": (np.eye(2)[cart.y] > 0, "z[np.arange(4), y]", f"the entries {cart.flat(PICKED)}"),
}

CONTROLS = [
    Choice(
        "by",
        "Choose by",
        (("mask", "a mask"), ("argmax", "argmax"), ("pick", "one index per row")),
        "mask",
    )
]


def mask(svg):
    grid = cart.Grid(196, 40, cell=56)
    for row, column in np.ndindex(cart.z.shape):
        true = bool(cart.z[row, column] > 0)
        kind = "" if true else "choosing-false"
        grid.entry(svg, row, column, str(true), kind)
    grid.brackets(svg, "z > 0", "(4, 2)")


def column(svg, values, name, left):
    """Write one number per row, in line with the rows of z."""
    for row, value in enumerate(values):
        y = GRID.at(row, 0)[1] + 5
        svg.add("text", cart.number(float(value), 0), x=left, y=y, class_="cart-entry")
    svg.add("text", name, x=left, y=31, class_="cart-name")


def draw(by):
    chosen, code, gives = KINDS[by]
    svg = Svg(
        360,
        214,
        f"Choosing entries of z with {code}",
        f"z has the rows {', '.join(cart.flat(row) for row in cart.z)}. {code} gives {gives}.",
    )
    for row, place in np.argwhere(chosen):
        GRID.glow(svg, int(row), int(place))
    GRID.brackets(svg, "z", "(4, 2)")
    GRID.fill(svg, cart.z)
    if by == "mask":
        mask(svg)
    elif by == "argmax":
        column(svg, BEST, "argmax", 220)
    else:
        column(svg, cart.y, "y", 196)
        column(svg, PICKED, "z[i, y[i]]", 276)
    cart.say(svg, code, 178, "cart-code")
    cart.say(svg, f"gives {gives}", 202)
    return svg
