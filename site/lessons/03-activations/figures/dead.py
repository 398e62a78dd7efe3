"""A layer of ReLU neurons on two moons: which of them are 0 for every example."""

import numpy as np

import nn
from course.figures.controls import Slider
from course.figures.plane import Plane, clip_line
from course.figures.svg import Svg, number

UNITS, EXAMPLES, SEED = 12, 80, 0

rng = np.random.default_rng(SEED)
X, labels = nn.two_moons(EXAMPLES, 0.1, rng)
W = nn.he(UNITS, 2, rng)

PLANE = Plane((-2.0, 3.0), (-1.3, 1.8), 6, 36, 350, 217)
DOTS = [
    "".join(f"M{PLANE.at_x(a):.1f} {PLANE.at_y(b):.1f}h0" for a, b in X[labels == label])
    for label in (0, 1)
]
FOOT, BAR, COLUMN = 370, 64, 350 / UNITS  # where the bars are, and how high a full one is

CONTROLS = [
    Slider("bias", "Bias", -4, 1, 0.25, -1),
    Slider("scale", "Multiply all weights by", 0.25, 2, 0.25, 1),
]


def pre_activations(bias, scale=1.0):
    """Return z (examples, units) of the layer whose weights are scaled and biases all alike."""
    return nn.linear(X, scale * W, np.full(UNITS, bias))


def lines(svg, bias, scale, dead):
    for unit in range(UNITS):
        w = (scale * float(W[unit, 0]), scale * float(W[unit, 1]))
        ends = clip_line(w, bias, PLANE.x, PLANE.y)
        if ends:
            (x1, y1), (x2, y2) = map(PLANE.at, ends)
            kind = "dead-line dead-line-dead" if dead[unit] else "dead-line"
            link = f"unit-{unit}"
            path = f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
            svg.add("path", d=path, class_=kind, data_link=link)


def bars(svg, shares, dead):
    svg.add("line", x1=6, y1=FOOT, x2=356, y2=FOOT, class_="plane-axis")
    for unit in range(UNITS):
        x = 6 + (unit + 0.5) * COLUMN
        group = svg.add("g", data_link=f"unit-{unit}")
        if dead[unit]:
            group.add("text", "✕", x=x, y=FOOT - 8, class_="dead-cross")
        else:
            height = max(2.0, BAR * shares[unit])
            group.add("rect", x=x - 9, y=FOOT - height, width=18, height=height, class_="dead-bar")
            text = f"{100 * shares[unit]:.0f}%"
            group.add("text", text, x=x, y=FOOT - height - 5, class_="dead-share")
        group.add("text", str(unit + 1), x=x, y=FOOT + 17, class_="dead-share")


def draw(bias, scale):
    z = pre_activations(bias, scale)
    dead = nn.dead_units(z)
    shares = nn.relu_slope(z).mean(axis=0)
    count = int(dead.sum())
    answers = 100 * shares[~dead].mean() if count < UNITS else 0
    names = ", ".join(str(unit + 1) for unit in np.flatnonzero(dead)) or "none"
    svg = Svg(
        362,
        410,
        "Dead ReLU neurons on two moons",
        f"Bias {number(bias)}, weights times {number(scale)}: {count} of {UNITS} neurons are dead "
        f"({names}). On average, the others are on for {number(answers, 0)} percent of the "
        f"{EXAMPLES} examples.",
    )
    svg.add("text", f"{count} of {UNITS} dead", x=6, y=22, class_="curves-name")
    svg.add("text", f"bias {number(bias)}", x=356, y=22, class_="curves-value plane-end")
    PLANE.frame(svg)
    lines(svg, bias, scale, dead)
    svg.add("path", d=DOTS[0], class_="dead-examples")
    svg.add("path", d=DOTS[1], class_="dead-examples dead-examples-one")
    text = "Each neuron is on for this share of the examples:"
    svg.add("text", text, x=6, y=FOOT - BAR - 26, class_="plane-label")
    bars(svg, shares, dead)
    svg.add("text", "neuron", x=356, y=FOOT + 35, class_="plane-label plane-end")
    return svg
