"""Adding up along an axis: the axis that is named disappears, or stays with size 1."""

from pathlib import Path

from course.figures.controls import Choice, Switch
from course.figures.svg import Svg
from course.lessons import load

cart = load(Path(__file__).parent.parent / "data" / "shared.py")
GRID = cart.Grid(40, 40, cell=44)
AXES = {"0": 0, "1": 1, "none": None}

CONTROLS = [
    Choice("axis", "Add up", (("0", "axis=0"), ("1", "axis=1"), ("none", "everything")), "0"),
    Switch("keepdims", "keepdims"),
]


def bands(svg, axis):
    """Mark the entries that are added up together, each band with an arrow through it."""
    if axis is None:
        GRID.glow(svg, 0, 0, 4, 2)
    elif axis == 0:
        for column in range(2):
            GRID.glow(svg, 0, column, rows=4)
            x = GRID.at(0, column)[0] + 13
            svg.add("path", d=f"M{x} 50v72m-4 -6l4 7l4 -7", class_="axes-arrow")
    else:
        for row in range(4):
            GRID.glow(svg, row, 0, columns=2)
            x, y = GRID.at(row, 0)
            svg.add("path", d=f"M{x + 12} {y}h19m-5 -4l6 4l-6 4", class_="axes-arrow")


def outcome(svg, total, y, code):
    """Draw the sums: a grid with its shape, or the plain number."""
    if total.ndim == 0:
        svg.add("text", cart.number(float(total), 0), x=275, y=y + 5, class_="cart-result")
        return
    rows, columns = total.shape if total.ndim == 2 else (1, len(total))
    width = min(38, 150 / columns)
    left = 275 - columns * width / 2 - 6
    grid = cart.Grid(left, y - rows * 12, rows, columns, width)
    grid.fill(svg, total.reshape(rows, columns), code)
    grid.brackets(svg, "", str(total.shape))


def draw(axis, keepdims):
    total = cart.x.sum(axis=AXES[axis], keepdims=keepdims)
    named = [f"axis={axis}"] if axis != "none" else []
    code = f"x.sum({', '.join([*named, *(['keepdims=True'] if keepdims else [])])})"
    along = {"0": "down each column", "1": "across each row", "none": "everything"}[axis]
    shape = f"shape {total.shape}" if total.ndim else "a number"
    svg = Svg(
        360,
        214,
        "Adding up along an axis",
        f"{code} adds up {along} in x, which has shape (4, 2): "
        f"{cart.flat(total.ravel())}, {shape}.",
    )
    bands(svg, AXES[axis])
    GRID.brackets(svg, "x", "(4, 2)")
    GRID.fill(svg, cart.x, "x")
    svg.add("path", d="M154 88h24m-7 -5l8 5l-8 5", class_="axes-way")
    outcome(svg, total, 88, code)
    cart.say(svg, code, 178, "cart-code")
    cart.say(svg, f"adds up {along}: {shape}", 202)
    return svg
