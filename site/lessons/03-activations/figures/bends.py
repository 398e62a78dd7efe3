"""Three functions side by side: a straight line, a corner, a curve."""

import numpy as np

import nn
from course.figures.plane import Plane
from course.figures.svg import Svg

X, Y = (-4.0, 4.0), (-1.5, 3.5)
Z = np.linspace(*X, 161)
CURVES = [
    ("2z + 1", "straight", nn.neuron(Z[:, None], np.array([2.0]), 1.0)),
    ("max(0, z)", "a corner", nn.relu(Z)),
    ("1 / (1 + e⁻ᶻ)", "a curve", nn.sigmoid(Z)),
]
SUMMARY = (
    "The graph of 2z + 1 is a straight line. The graph of max(0, z) is flat left of 0, rises to "
    "the right, and has a corner at 0. The graph of 1 / (1 + e to the power of minus z) is a "
    "curve like an S that rises from 0 to 1."
)

CONTROLS = []


def draw():
    svg = Svg(360, 172, "A straight line, a corner, and a curve", SUMMARY)
    for i, (name, kind, values) in enumerate(CURVES):
        plane = Plane(X, Y, 22 + 117 * i, 28, 96, 100)
        plane.frame(svg, (-2, 0, 2), (0, 2))
        inside = [(z, a) for z, a in zip(Z, values, strict=True) if Y[0] <= a <= Y[1]]
        plane.line(svg, inside, "curves-curve")
        middle = plane.left + 48
        svg.add("text", name, x=middle, y=19, class_="curves-name plane-middle")
        svg.add("text", kind, x=middle, y=164, class_="plane-label plane-middle")
    return svg
