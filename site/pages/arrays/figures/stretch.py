"""What may be added to a (4, 2) array: it stretches where it has size 1, or nothing at all."""

from pathlib import Path

import numpy as np

from course.figures.controls import Choice
from course.figures.svg import Svg
from course.lessons import load

cart = load(Path(__file__).parent.parent / "data" / "shared.py")
LEFT = cart.Grid(6, 60)
ADDED = cart.Grid(132, 60, cell=40)
RESULT = cart.Grid(262, 60, cell=40)
ADDEND = "What is added"
COLUMN = np.array([[1.0], [0.0], [5.0], [2.0]])
KINDS = {  # what is added, its shape as NumPy says it, and what happens
    "row": (cart.b, "The row is used for each of the 4 rows."),
    "column": (COLUMN, "The column is used for each of the 2 columns."),
    "number": (np.array(5.0), "The number is used for every entry."),
    "unfit": (COLUMN[:, 0], "The last sizes are 2 and 4: an error."),
}

CONTROLS = [
    Choice(
        "added",
        "Add",
        (
            ("row", "b, shape (2,)"),
            ("column", "a column, shape (4, 1)"),
            ("number", "a number"),
            ("unfit", "shape (4,)"),
        ),
        "row",
    )
]


def ghosts(svg, values):
    """Write what is added in a frame, and its copies slanted."""
    rows, columns = (1, 1, *values.shape)[-2:]
    spread = np.broadcast_to(values, (4, 2))
    ADDED.glow(svg, 0, 0, rows, columns)
    ADDED.fill(svg, spread[:rows, :columns], ADDEND)
    for row, column in np.ndindex(spread.shape):
        if row >= rows or column >= columns:
            ADDED.entry(
                svg, row, column, cart.number(float(spread[row, column]), 0), "stretch-copy"
            )


def draw(added):
    values, what = KINDS[added]
    fits = added != "unfit"
    shape = str(values.shape) if values.ndim else "a number"
    svg = Svg(
        360,
        228,
        f"Adding {shape} to shape (4, 2)",
        f"x @ W.T has shape (4, 2). What is added: {cart.flat(values.ravel())}, {shape}. {what}",
    )
    LEFT.brackets(svg, "x @ W.T", "(4, 2)")
    LEFT.fill(svg, cart.earned, "x @ W.T")
    cart.sign(svg, "+", 110, 108)
    if fits:
        cart.sign(svg, "=", 238, 108)
        ghosts(svg, values)
        ADDED.brackets(svg, "b" if added == "row" else "", shape)
        RESULT.brackets(svg, "z" if added == "row" else "", "(4, 2)")
        RESULT.fill(svg, cart.earned + values, "The sum")
    else:
        wide = cart.Grid(118, 60, 1, 4, 26)
        wide.fill(svg, values[None], ADDEND)
        wide.brackets(svg, "", shape)
        svg.add("text", "doesn’t fit", x=301, y=113, class_="cart-result stretch-unfit")
    cart.say(svg, what, 214)
    return svg
