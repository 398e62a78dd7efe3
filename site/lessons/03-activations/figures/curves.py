"""An activation and its slope, one above the other, under one shared cursor."""

import math

import numpy as np

import nn
from course.figures.controls import Choice, Slider
from course.figures.plane import Plane
from course.figures.svg import Element, Svg, number

WIDTH, REACH = 360, 6.0
TANGENT = 52  # units, to both sides of its point

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
    "sigmoid": ((-1.3, 1.3), (-1, 0, 1), 0),  # as tall as tanh, which is drawn with it
    "tanh": ((-1.3, 1.3), (-1, 0, 1), 0),
}
# Where the names of the faint curves are, above and below: at which z, at which height, and on
# which side of that they end. None: above the box, where the curve leaves it.
SLOPE_NAMES = {
    "tanh": (-1.0, 0.62, "end"),
    "sigmoid": (-1.9, 0.2, "end"),
    "relu": (5.8, 0.77, "end"),
}
TOP_NAMES = {
    "relu": {"tanh": (5.8, 1.25, "end"), "sigmoid": (-1.1, 0.5, "end")},
    "leaky": {
        "tanh": (5.8, 1.25, "end"),
        "sigmoid": (-1.1, 0.5, "end"),
        "relu": (-5.8, 0.25, ""),
    },
    "sigmoid": {"tanh": (2.2, 1.1, ""), "relu": None},
    "tanh": {"sigmoid": (-2.3, 0.19, "end"), "relu": None},
}
OWN_NAMES = {  # of the thick curve, above
    "relu": (3.6, 4.3, "end"),
    "leaky": (3.6, 4.3, "end"),
    "sigmoid": (-1.2, 0.29, "end"),
    "tanh": (0.9, 0.42, ""),
}
SLOPE = Plane((-REACH, REACH), (-0.15, 1.15), 40, 222, 308, 92)
KINDS = ("is-activation", "is-gradient")  # what the numbers of both planes are
TICKS = (-6, -4, -2, 0, 2, 4, 6)

Z = nn.traced_network().forward(nn.traced_example()[0]).pre_activations[0][0, 0]

CONTROLS = [
    Choice("activation", "Activation", tuple(NAMES.items()), "sigmoid"),
    Slider("z", "z", -REACH, REACH, 0.1, round(float(Z), 1)),
]


def top(activation):
    return Plane((-REACH, REACH), TOPS[activation][0], 40, 28, 308, 140)


def points(plane, x, y):
    return " ".join(f"{plane.at_x(a):.1f},{plane.at_y(b):.1f}" for a, b in zip(x, y, strict=True))


def ground(activation):
    """Return both planes without their curves; like these, only the activation changes them."""
    still, upper, (_, ticks, digits) = Element("g"), top(activation), TOPS[activation]
    still.add("text", "activation a", x=40, y=18, class_="curves-name is-activation")
    still.add("text", "slope da/dz", x=40, y=211, class_="curves-name is-gradient")
    upper.frame(still, TICKS, ticks, digits=digits, x_digits=0)
    SLOPE.frame(still, TICKS, (0, 0.5, 1), x_label="z", digits=1, x_digits=0)
    return still.keep()


def curves(activation):
    """Return the curves of both planes, the chosen activation's last."""
    still, upper = Element("g"), top(activation)
    for plane, which in ((upper, 0), (SLOPE, 1)):
        window = plane.window(still)
        for other in others(activation):
            faint(window, other, plane, which)
    line, slopes = curve(activation, upper)
    still.add("polyline", points=line, class_="curves-curve")
    for part in slopes:
        still.add("polyline", points=part, class_="curves-slope")
    if len(slopes) == 2:
        x, y = SLOPE.at((0, 1))
        still.add("circle", cx=x, cy=y, r=3.5, class_="curves-open")
    return still.keep()


def others(activation):
    """Return the activations that are drawn faint behind one, on its scale."""
    return [other for other in NAMES if other not in (activation, "leaky")]


def faint(parent, activation, plane, which):
    """Draw an activation (0) or its slope (1) to compare with."""
    lines, slopes = curve(activation, plane)
    for line in slopes if which else [lines]:
        parent.add("polyline", points=line, class_=f"curves-faint {KINDS[which]}")


def names(activation):
    """Return the names of all curves, each beside its own, which is drawn over them."""
    still, upper = Element("g"), top(activation)
    for plane, which, places in ((upper, 0, TOP_NAMES[activation]), (SLOPE, 1, SLOPE_NAMES)):
        for other in others(activation):
            kind = f"curves-other on-line on-plane {KINDS[which]}"
            if places[other] is None:
                x, y = plane.at_x(plane.y[1]), plane.top - 7  # where a = z
                kind = f"curves-other plane-middle {KINDS[which]}"
            else:
                z, height, side = places[other]
                (x, y), kind = plane.at((z, height)), f"{kind}{' plane-end' * (side == 'end')}"
            still.add("text", NAMES[other], x=x, y=y, class_=kind)
    places = OWN_NAMES[activation], SLOPE_NAMES.get(activation, SLOPE_NAMES["relu"])
    for plane, which, (z, height, side) in zip((upper, SLOPE), KINDS, places, strict=True):
        x, y = plane.at((z, height))
        kind = f"curves-other curves-own on-line on-plane {which}{' plane-end' * (side == 'end')}"
        still.add("text", NAMES[activation], x=x, y=y, class_=kind)
    return still.keep()


def curve(activation, upper):
    """Return the points of the curve, and of its slope in one part, or two where it jumps.

    upper: the plane of the curve
    """
    function, slope = FUNCTIONS[activation]
    z = np.linspace(-REACH, REACH, 97)
    jumps = activation in ("relu", "leaky")
    parts = [z[z <= 0], z[z >= 0]] if jumps else [z]
    slopes = [slope(part) for part in parts]
    if jumps:
        slopes[1][0] = slopes[1][1]  # up to the jump from the right
    lines = [points(SLOPE, part, one) for part, one in zip(parts, slopes, strict=True)]
    return points(upper, z, function(z)), lines


STILL = {name: (ground(name), names(name), curves(name)) for name in NAMES}


def tangent(svg, plane, z, a, slope):
    """Draw a piece of the tangent, always as long."""
    across = plane.at_x(1) - plane.at_x(0)
    half = TANGENT / math.hypot(across, slope * (plane.at_y(1) - plane.at_y(0)))
    ends = [(z + side * half, a + side * half * slope) for side in (-1, 1)]
    plane.line(plane.window(svg), ends, "curves-tangent")


def said(activation, z, a, slope):
    text = (
        f"{NAMES[activation]} at z = {number(z, 1)}: a = {number(a, 4)}, slope {number(slope, 4)}."
    )
    return " ".join([text, *remark(activation, z, slope)])


def remark(activation, z, slope):
    """Return what's special about this place on the curve, if anything."""
    if activation in ("sigmoid", "tanh") and abs(slope) < 0.05:
        return ["The curve is almost flat here: the neuron is saturated."]
    if activation in ("relu", "leaky") and z == 0:
        return ["At the corner itself, the slope is a convention."]
    return []


def draw(activation, z):
    function, slope_of = FUNCTIONS[activation]
    at = np.array([z])
    a, slope = float(function(at)[0]), float(slope_of(at)[0])
    upper = top(activation)
    svg = Svg(WIDTH, 350, f"{NAMES[activation]} and its slope", said(activation, z, a, slope))
    frame, named, lines = STILL[activation]
    svg.children.append(frame)
    x = upper.at_x(z)
    for plane in (upper, SLOPE):
        ends = {"y1": plane.top, "y2": plane.top + plane.height}
        svg.add("line", x1=x, x2=x, class_="curves-cursor", **ends)
    svg.children += [named, lines]  # a name interrupts the cursor, and no curve
    tangent(svg, upper, z, a, slope)
    svg.add("circle", cx=x, cy=upper.at_y(a), r=6, class_="curves-dot")
    svg.add("circle", cx=x, cy=SLOPE.at_y(slope), r=6, class_="curves-dot curves-dot-slope")
    for plane in (upper, SLOPE):
        plane.drag(svg, "z")
    svg.note(NAMES[activation], "figure-head")
    svg.note(f"z = {number(z, 1)}")
    svg.note(f"a = {number(a, 4)}", "is-activation")
    svg.note(f"slope da/dz = {number(slope, 4)}", "is-gradient")
    for text in remark(activation, z, slope):
        svg.note(text)
    return svg
