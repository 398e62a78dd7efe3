"""An activation and its slope, one above the other, under one shared cursor."""

import numpy as np

import nn
from course.figures.controls import Choice, Slider
from course.figures.plane import Plane, clip_line
from course.figures.svg import Element, Svg, number

WIDTH, REACH = 360, 6.0

NAMES = {"relu": "ReLU", "sigmoid": "Sigmoid", "tanh": "tanh", "leaky": "Leaky ReLU"}
FUNCTIONS = {
    "relu": nn.ACTIVATIONS["relu"],
    "sigmoid": nn.ACTIVATIONS["sigmoid"],
    "tanh": nn.ACTIVATIONS["tanh"],
    "leaky": (nn.leaky_relu, nn.leaky_relu_slope),
}
TOPS = {  # lowest and highest value, ticks, digits of the ticks
    "relu": ((-1.0, 6.5), (0, 2, 4, 6), 0),
    "leaky": ((-1.0, 6.5), (0, 2, 4, 6), 0),
    "sigmoid": ((-0.25, 1.25), (0, 0.5, 1), 1),
    "tanh": ((-1.3, 1.3), (-1, 0, 1), 0),
}
SLOPE = Plane((-REACH, REACH), (-0.15, 1.15), 40, 236, 308, 92)
TICKS = (-6, -4, -2, 0, 2, 4, 6)

Z = nn.traced_network().forward(nn.traced_example()[0]).pre_activations[0][0, 0]

CONTROLS = [
    Choice("activation", "Activation", tuple(NAMES.items()), "sigmoid"),
    Slider("z", "z", -REACH, REACH, 0.1, round(float(Z), 1)),
]


def top(activation):
    return Plane((-REACH, REACH), TOPS[activation][0], 40, 40, 308, 140)


def points(plane, x, y):
    return " ".join(f"{plane.at_x(a):.1f},{plane.at_y(b):.1f}" for a, b in zip(x, y, strict=True))


def frames(activation):
    """Return both planes with the curve, which only the choice of the activation changes."""
    still, upper, (_, ticks, digits) = Element("g"), top(activation), TOPS[activation]
    still.add("text", "activation a", x=40, y=26, class_="curves-name")
    still.add("text", "slope da/dz", x=40, y=222, class_="curves-name")
    upper.frame(still, TICKS, ticks, digits=digits)
    SLOPE.frame(still, TICKS, (0, 0.5, 1), x_label="z", digits=1)
    line, slopes = curve(activation)
    still.add("polyline", points=line, class_="curves-curve")
    for part in slopes:
        still.add("polyline", points=part, class_="curves-slope")
    if len(slopes) == 2:
        x, y = SLOPE.at((0, 1))
        still.add("circle", cx=x, cy=y, r=3.5, class_="curves-open")
    return still


def curve(activation):
    """Return the points of the curve, and of its slope in one part, or two where it jumps."""
    function, slope = FUNCTIONS[activation]
    z = np.linspace(-REACH, REACH, 97)
    jumps = activation in ("relu", "leaky")
    parts = [z[z <= 0], z[z >= 0]] if jumps else [z]
    slopes = [slope(part) for part in parts]
    if jumps:
        slopes[1][0] = slopes[1][1]  # up to the jump from the right
    lines = [points(SLOPE, part, one) for part, one in zip(parts, slopes, strict=True)]
    return points(top(activation), z, function(z)), lines


FRAMES = {activation: frames(activation) for activation in NAMES}


def said(activation, z, a, slope):
    text = (
        f"{NAMES[activation]} at z = {number(z, 1)}: a = {number(a, 4)}, slope {number(slope, 4)}."
    )
    if activation in ("sigmoid", "tanh") and abs(slope) < 0.05:
        return text + " The curve is almost flat here: the neuron is saturated."
    if activation in ("relu", "leaky") and z == 0:
        return text + " At the corner itself, the slope is a convention."
    return text


def draw(activation, z):
    function, slope_of = FUNCTIONS[activation]
    at = np.array([z])
    a, slope = float(function(at)[0]), float(slope_of(at)[0])
    upper = top(activation)
    svg = Svg(WIDTH, 364, f"{NAMES[activation]} and its slope", said(activation, z, a, slope))
    svg.children.append(FRAMES[activation])
    value = f"z = {number(z, 1)},  a = {number(a, 3)}"
    svg.add("text", value, x=348, y=26, class_="curves-value plane-end")
    steep = clip_line((slope, -1.0), a - slope * z, upper.x, upper.y)
    near = [(x, y) for x, y in steep if abs(x - z) < 20]
    if len(near) == 2:
        upper.line(svg, near, "curves-tangent")
    svg.add("text", number(slope, 3), x=348, y=222, class_="curves-value plane-end")
    x = upper.at_x(z)
    svg.add("line", x1=x, y1=upper.top, x2=x, y2=SLOPE.top + SLOPE.height, class_="curves-cursor")
    svg.add("circle", cx=x, cy=upper.at_y(a), r=5.5, class_="curves-dot")
    svg.add("circle", cx=x, cy=SLOPE.at_y(slope), r=5.5, class_="curves-dot curves-dot-slope")
    return svg
