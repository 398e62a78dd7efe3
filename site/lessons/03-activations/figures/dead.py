"""A layer of ReLU neurons on two moons: which of them are 0 for every example."""

import numpy as np

import nn
from course.controls import Slider
from course.plane import Plane, clip_line
from course.svg import Svg, number

UNITS, EXAMPLES, SEED = 12, 80, 0

rng = np.random.default_rng(SEED)
X, _ = nn.two_moons(EXAMPLES, 0.1, rng)
W = nn.he(UNITS, 2, rng)

PLANE = Plane((-2.0, 3.0), (-1.3, 1.8), 26, 40, 350, 217)
DOTS = "".join(f"M{PLANE.at_x(a):.1f} {PLANE.at_y(b):.1f}h0" for a, b in X)
FOOT, BAR, COLUMN = 370, 64, 350 / UNITS  # where the bars stand, and how high a full one is

CONTROLS = [
    Slider("bias", "Bias of every neuron", -4, 1, 0.25, 0),
    Slider("scale", "Size of the weights", 0.25, 2, 0.25, 1),
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
            svg.add("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=kind, data_link=link)


def bars(svg, shares, dead):
    svg.add("line", x1=26, y1=FOOT, x2=376, y2=FOOT, class_="plane-axis")
    for unit in range(UNITS):
        x = 26 + (unit + 0.5) * COLUMN
        group = svg.add("g", data_link=f"unit-{unit}")
        if dead[unit]:
            group.add("text", "✕", x=x, y=FOOT - 8, class_="dead-cross")
        else:
            height = max(2.0, BAR * shares[unit])
            group.add("rect", x=x - 9, y=FOOT - height, width=18, height=height, class_="dead-bar")
        text = "dead" if dead[unit] else f"{100 * shares[unit]:.0f}"
        group.add("text", text, x=x, y=FOOT + 17, class_="dead-share")


def draw(bias, scale):
    z = pre_activations(bias, scale)
    dead = nn.dead_units(z)
    shares = nn.relu_slope(z).mean(axis=0)
    count = int(dead.sum())
    answers = 100 * shares[~dead].mean() if count < UNITS else 0
    names = ", ".join(str(unit + 1) for unit in np.flatnonzero(dead)) or "none"
    svg = Svg(
        388,
        412,
        "Dead ReLU neurons on two moons",
        f"Bias {number(bias)}, weights times {number(scale)}: {count} of {UNITS} neurons are dead "
        f"({names}). The others answer to {number(answers, 0)} percent of the {EXAMPLES} examples "
        f"on average.",
    )
    svg.add("text", f"{count} of {UNITS} dead", x=26, y=24, class_="curves-name")
    svg.add("text", f"bias {number(bias)}", x=376, y=24, class_="curves-value plane-end")
    PLANE.frame(svg)
    lines(svg, bias, scale, dead)
    svg.add("path", d=DOTS, class_="dead-examples")
    text = "share of the examples that each neuron answers to, in %"
    svg.add("text", text, x=26, y=FOOT - BAR - 20, class_="plane-label")
    bars(svg, shares, dead)
    svg.add("text", "neurons 1 to 12", x=376, y=FOOT + 37, class_="plane-label plane-end")
    return svg
