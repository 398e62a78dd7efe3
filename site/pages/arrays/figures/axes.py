"""Adding up along an axis: the axis that is named disappears, or stays with size 1."""

from pathlib import Path

from course.figures.controls import Choice, Switch
from course.figures.svg import Svg
from course.lessons import load

cart = load(Path(__file__).parent.parent / "data" / "shared.py")
GRID = cart.Grid(122, 28, cell=44)
BELOW, ASIDE = 156, 257  # where the sums are: below their columns, or beside their rows
LAID = cart.Grid(218, BELOW, 1, 4, 22)  # where the sums of the rows are in one row
MIDDLE = (GRID.top + GRID.bottom) / 2
AXES = {"0": 0, "1": 1, "none": None}

CONTROLS = [
    Choice("axis", "Add up", (("0", "axis=0"), ("1", "axis=1"), ("none", "everything")), "0"),
    Switch("keepdims", "keepdims"),
]


def bands(svg, axis):
    """Mark the entries that are added up together, and point from each band to its sum."""
    if axis == 0:
        for column in range(2):
            GRID.glow(svg, 0, column, rows=4)
            x = GRID.at(0, column)[0]
            svg.add("path", d=f"M{x} {GRID.bottom + 4}v22m-4 -6l4 7l4 -7", class_="axes-arrow")
        return
    rows = 1 if axis == 1 else 4  # in a band
    for row in range(0, 4, rows):
        GRID.glow(svg, row, 0, rows, columns=2)
        y = GRID.top + (row + rows / 2) * cart.LINE
        d = f"M{GRID.right + 5} {y}h22m-6 -4l7 4l-7 4"
        svg.add("path", d=d, class_="axes-arrow")


def lay(svg, total):
    """Write each row's sum beside it, and point from them to the one row they end up in."""
    beside = cart.Grid(ASIDE, GRID.top, 4, 1, cell=22)
    for row, value in enumerate(total):
        beside.entry(svg, row, 0, cart.number(float(value), 0), "axes-beside")
    d = f"M{beside.middle} {beside.bottom + 4}v22m-4 -6l4 7l4 -7"
    svg.add("path", d=d, class_="axes-arrow")


def outcome(svg, axis, total, code):
    """Draw the sums where what they add up ends, with their shape, or the plain number."""
    if total.ndim == 0:
        svg.add(
            "text", cart.number(float(total), 0), x=ASIDE + 16, y=MIDDLE + 6, class_="cart-result"
        )
        return
    rows, columns = total.shape if total.ndim == 2 else (1, len(total))
    if axis == 0:
        grid = cart.Grid(GRID.left, BELOW, cell=GRID.cell, rows=1)
        shape = {"x": grid.right + 10, "y": grid.top + 17, "class_": "cart-beside"}
    elif total.ndim == 1:
        grid = LAID
        shape = {"x": grid.right + 8, "y": grid.top + 17, "class_": "cart-beside"}
        lay(svg, total)
    else:
        top = MIDDLE - rows * cart.LINE / 2
        grid = cart.Grid(ASIDE, top, rows, columns, cell=22)
        shape = {"x": grid.middle, "y": grid.bottom + 18, "class_": "cart-shape"}
    grid.fill(svg, total.reshape(rows, columns), code)
    grid.brackets(svg, "", "")
    svg.add("text", str(total.shape), **shape)


def draw(axis, keepdims):
    total = cart.x.sum(axis=AXES[axis], keepdims=keepdims)
    named = [f"axis={axis}"] if axis != "none" else []
    code = f"x.sum({', '.join([*named, *(['keepdims=True'] if keepdims else [])])})"
    along = {"0": "down each column", "1": "across each row", "none": "everything"}[axis]
    shape = f"shape {total.shape}" if total.ndim else "a number"
    svg = Svg(
        360,
        246,
        "Adding up along an axis",
        f"{code} adds up {along} in x, which has shape (4, 2): "
        f"{cart.flat(total.ravel())}, {shape}.",
    )
    bands(svg, AXES[axis])
    GRID.brackets(svg, "x", "")
    svg.add("text", "(4, 2)", x=GRID.left - 10, y=GRID.top + 53, class_="cart-shape plane-end")
    GRID.fill(svg, cart.x, "x")
    outcome(svg, AXES[axis], total, code)
    cart.say(svg, code, 212, "cart-code")
    cart.say(svg, f"adds up {along}: {shape}", 236)
    return svg
