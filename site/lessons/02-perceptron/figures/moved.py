"""XOR before and after a layer of two neurons: what one line can't separate, then can."""

import numpy as np

import nn
from course.figures.plane import Plane, clip_line, half_plane
from course.figures.svg import Svg

X, Y = nn.xor()
W, B = np.array([[1.0, 1.0], [-1.0, -1.0]]), np.array([-0.5, 1.5])  # OR, NAND
LAST_W, LAST_B = np.array([1.0, 1.0]), -1.5  # AND
HIDDEN = nn.step(nn.linear(X, W, B))
SPAN = (-0.8, 1.8)
CONTROLS = []
BEFORE = Plane(SPAN, SPAN, left=22, top=26, width=186, height=186)
AFTER = Plane(SPAN, SPAN, left=252, top=26, width=186, height=186)
SUMMARY = (
    "Left, the four inputs of XOR with two parallel lines: OR's, x₁ + x₂ = 0.5, and NAND's, "
    "x₁ + x₂ = 1.5. The discs (0, 1) and (1, 0) are between the lines, in the shaded strip, the "
    "rings (0, 0) and (1, 1) outside. Right, the same inputs at the answers of OR and NAND: (0, 0) "
    "is now at (0, 1), (1, 1) is at (1, 0), and both discs are at (1, 1), alone on the shaded side "
    "of a single line, AND's."
)


def draw():
    svg = Svg(440, 256, "XOR before and after the first layer", SUMMARY)
    BEFORE.frame(svg, (0, 1), (0, 1), "x₁", "x₂")
    svg.add("polygon", points=strip(), class_="plane-side")
    for w, b in zip(W, B, strict=True):
        BEFORE.line(svg, clip_line(w, b, SPAN, SPAN), "plane-boundary")
    for name, place in (("OR", (0.3, -0.6)), ("NAND", (0.1, 1.56))):
        x, y = BEFORE.at(place)
        svg.add("text", name, x=x, y=y, class_="perceptron-small perceptron-weight")
    points(svg, BEFORE, X, Y, [[named(place)] for place in X])

    middle = BEFORE.at_y(0.5)
    svg.add("path", d=f"M215 {middle}h24m-7 -5l7 5l-7 5", class_="plane-arrow moved-arrow")
    AFTER.frame(svg, (0, 1), (0, 1), "OR’s answer", "NAND’s answer")
    side = half_plane(LAST_W, LAST_B, SPAN, SPAN)
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(AFTER.at, side))
    svg.add("polygon", points=corners, class_="plane-side")
    AFTER.line(svg, clip_line(LAST_W, LAST_B, SPAN, SPAN), "plane-boundary")
    places = np.unique(HIDDEN, axis=0)
    here = [(place == HIDDEN).all(axis=1) for place in places]
    names = [[named(x) for x in X[mask]] for mask in here]
    points(svg, AFTER, places, [Y[mask][0] for mask in here], names)
    return svg


def strip():
    """Return the corners of the region in which OR and NAND both say yes."""
    places = half_plane(W[0], B[0], SPAN, SPAN)
    cut = [half_plane(W[1], B[1], SPAN, SPAN), places]
    inside = [p for part in cut for p in part if (W @ p + B >= -1e-9).all()]
    middle = np.mean(inside, axis=0)
    around = sorted(inside, key=lambda p: np.arctan2(*(np.array(p) - middle)))
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in map(BEFORE.at, around))


def named(place):
    return f"({place[0]:.0f}, {place[1]:.0f})"


def points(svg, plane, places, labels, names):
    """Draw points of both classes, each with its names where no line goes through them."""
    for place, label, here in zip(places, labels, names, strict=True):
        plane.example(svg, place, bool(label))
        x, y = plane.at(place)
        kind = "" if place[0] else " plane-end"
        for row, name in enumerate(here):
            label_at = {"x": x - 4, "y": y + (-13 - 17 * row if place[1] else 20)}
            svg.add("text", name, class_=f"perceptron-small{kind}", **label_at)
