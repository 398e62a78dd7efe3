"""What may be added to a (4, 2) array: it stretches where it has size 1, or nothing at all."""

from pathlib import Path

import numpy as np

from course.figures.controls import Choice
from course.figures.svg import Svg
from course.lessons import load

cart = load(Path(__file__).parent.parent / "data" / "shared.py")
LEFT = cart.Grid(6, 32)
ADDED = cart.Grid(122, 32, cell=54)
RESULT = cart.Grid(270, 32)
ADDEND = "What is added"
NAMES = {"row": "b", "column": "tips", "number": "", "unfit": "tips"}
KINDS = {  # what is added, its shape as NumPy says it, and what happens
    "row": (cart.b, "The row is used for each of the 4 rows."),
    "column": (cart.tips[:, None], "The column is used for each of the 2 columns."),
    "number": (np.array(5.0), "The number is used for every entry."),
    "unfit": (cart.tips, "The last sizes are 2 and 4: an error."),
}

CONTROLS = [
    Choice(
        "added",
        "Add",
        (
            ("row", "rent b, shape (2,)"),
            ("column", "tips, a column, shape (4, 1)"),
            ("number", "a number"),
            ("unfit", "tips, shape (4,)"),
        ),
        "row",
    )
]


def ghosts(svg, values):
    """Write what is added in a frame, and its copies slanted, with arrows to them."""
    rows, columns = (1, 1, *values.shape)[-2:]
    spread = np.broadcast_to(values, (4, 2))
    ADDED.glow(svg, 0, 0, rows, columns)
    ADDED.fill(svg, spread[:rows, :columns], ADDEND)
    for row, column in np.ndindex(spread.shape):
        if row >= rows or column >= columns:
            ADDED.entry(
                svg, row, column, cart.number(float(spread[row, column]), 0), "stretch-copy"
            )
    if rows == 1:
        down = ADDED.bottom - ADDED.top - cart.LINE - 12
        d = f"M{ADDED.middle} {ADDED.top + cart.LINE + 3}v{down}m-4 -6l4 6l4 -6"
        svg.add("path", d=d, class_="axes-arrow")
    for row in range(rows if columns == 1 else 0):
        x, y = ADDED.at(row, 0)
        svg.add("path", d=f"M{x + 20} {y}h16m-4 -4l4 4l-4 4", class_="axes-arrow")


def draw(added):
    values, what = KINDS[added]
    fits = added != "unfit"
    shape = str(values.shape) if values.ndim else "a number"
    svg = Svg(
        360,
        200,
        f"Adding {shape} to shape (4, 2)",
        f"x @ W.T has shape (4, 2). What is added: {cart.flat(values.ravel())}, {shape}. {what}",
    )
    LEFT.brackets(svg, "x @ W.T", "(4, 2)")
    LEFT.fill(svg, cart.earned, "x @ W.T")
    middle = LEFT.top + 48
    cart.sign(svg, "+", (LEFT.right + ADDED.left) / 2 - (0 if fits else 6), middle)
    if fits:
        cart.sign(svg, "=", (ADDED.right + RESULT.left) / 2, middle)
        ghosts(svg, values)
        ADDED.brackets(svg, NAMES[added], shape)
        RESULT.brackets(svg, "z" if added == "row" else "", "(4, 2)")
        RESULT.fill(svg, cart.earned + values, "The sum")
    else:
        wide = cart.Grid(124, LEFT.top, 1, 4, 26)
        wide.fill(svg, values[None], ADDEND)
        wide.brackets(svg, NAMES[added], shape)
        svg.add("text", "doesn’t fit", x=303, y=middle + 5, class_="cart-result stretch-unfit")
    cart.say(svg, what, 186)
    return svg
