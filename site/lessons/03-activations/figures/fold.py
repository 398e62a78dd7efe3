"""XOR's four inputs in the hidden layer, before ReLU and after it."""

import numpy as np

import nn
from course.figures.plane import Plane, clip_line
from course.figures.svg import Svg, number

NETWORK = nn.MLP([np.ones((2, 2)), np.array([[1.0, -2.0]])], [np.array([0.0, -1.0]), np.zeros(1)])
X, WANTED = nn.xor()
TRACE = NETWORK.forward(X)
SUMS, BENT = TRACE.pre_activations[0], TRACE.activations[1]
HALF = 0.5  # the output on the dashed line
SIDES = (-0.6, 2.6), (-1.5, 1.5)
NAMES = {0: "(0, 0)", 1: "(0, 1) and (1, 0)", 3: "(1, 1)"}

CONTROLS = []


def pair(point):
    return "(" + ", ".join(number(float(value), 0) for value in point) + ")"


def panel(svg, left, title):
    plane = Plane(*SIDES, left, 54, 146, 146)
    svg.add("text", title, x=left, y=20, class_="curves-name")
    plane.frame(svg, (0, 1, 2), (-1, 0, 1), "neuron 1", "neuron 2")
    return plane


def examples(svg, plane, points, across, down):
    for i in NAMES:
        plane.example(svg, points[i], bool(WANTED[i]))
    (x0, y0), (x1, y1), (x3, y3) = (plane.at(points[i]) for i in NAMES)
    svg.add("text", "(0, 0)", x=x0 + across, y=y0 + down, class_="plane-label")
    svg.add("text", "(0, 1)", x=x1 + 10, y=y1 + 19, class_="plane-label")
    svg.add("text", "(1, 0)", x=x1 + 10, y=y1 + 36, class_="plane-label")
    svg.add("text", "(1, 1)", x=x3 + 4, y=y3 - 12, class_="plane-label plane-end")


def draw():
    places = "; ".join(
        f"input {name}: sums {pair(SUMS[i])}, after ReLU {pair(BENT[i])}"
        for i, name in NAMES.items()
    )
    summary = (
        f"{places}. Before ReLU the three points are on a straight line, with the point that needs "
        "a 1 in the middle. After ReLU a dashed line separates that point from the two others."
    )
    svg = Svg(360, 240, "The points of XOR, before and after ReLU", summary)
    left = panel(svg, 26, "before ReLU")
    left.line(svg, clip_line((1.0, -1.0), -1.0, *SIDES), "fold-row")
    examples(svg, left, SUMS, 11, 14)
    right = panel(svg, 210, "after ReLU")
    w = NETWORK.weights[1][0]
    right.line(svg, clip_line((w[0], w[1]), -HALF, *SIDES), "fold-edge")
    place = dict(zip(("x", "y"), right.at((1.66, 0.74)), strict=True))
    svg.add("text", f"output {number(HALF, 1)}", class_="plane-label plane-end fold-name", **place)
    examples(svg, right, BENT, 7, -18)
    return svg
