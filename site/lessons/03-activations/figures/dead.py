"""A layer of ReLU neurons on two moons: where one of them is on, and which are on nowhere."""

import math
from functools import cache

import numpy as np

import nn
from course.figures.controls import Slider
from course.figures.plane import Plane, clip_line
from course.figures.svg import Element, Svg, number

UNITS, EXAMPLES, SEED = 12, 80, 0

rng = np.random.default_rng(SEED)
X, labels = nn.two_moons(EXAMPLES, 0.1, rng)
W = nn.he(UNITS, 2, rng)

PLANE = Plane((-3.2, 3.6), (-1.95, 2.45), 6, 6, 350, 226)
PLACES = [PLANE.at(place) for place in X.tolist()]
# Of a line: where its number may be
PARTS = np.array([0.03, 0.06, 0.12, 0.2, 0.3, 0.5, 0.7, 0.8, 0.88, 0.94, 0.97])
LENGTHS = np.hypot(*W.T)
NORMALS = W / LENGTHS[:, None]
BESIDE = 0.27  # from a line to the middle of its number
INSIDE = np.array([(PLANE.x[0] + 0.48, PLANE.y[0] + 0.2), (PLANE.x[1] - 0.48, PLANE.y[1] - 0.2)])
NEAR = np.array([(-0.3, 0), (0, 0), (0.3, 0)])  # parts of a number, from its middle
MIDDLE = INSIDE.mean(axis=0)
ARROWS = "→↗↑↖←↙↓↘"
FOOT, BAR, COLUMN = 336, 56, 350 / UNITS  # where the bars are, and how high the scale is

CONTROLS = [
    Slider("neuron", "Neuron", 1, UNITS, 1, 10),
    Slider("bias", "Bias", -4, 1, 0.25, -1),
    Slider("scale", "Weights times", 0.25, 2, 0.25, 1),
]


def pre_activations(bias, scale=1.0):
    """Return z (examples, units) of the layer whose weights are scaled and biases all alike."""
    return nn.linear(X, scale * W, np.full(UNITS, bias))


def still():
    """Return what no control changes: the box, the bars' ground and their name."""
    frame = Element("g")
    PLANE.frame(frame)
    text = "For how many of the dots each neuron is on, in %:"
    frame.add("text", text, x=6, y=FOOT - BAR - 22, class_="plane-label")
    frame.add("line", x1=6, y1=FOOT, x2=356, y2=FOOT, class_="plane-axis")
    return frame.keep()


GAPS = "".join(f"M{x:.1f} {y:.1f}h0" for x, y in PLACES)
STILL = still()


def lines(svg, bias, scale, dead, chosen):
    """Draw where each neuron's z is 0, and where the chosen one is on.

    The lines of the others that aren't dead are seen only while a pointer is on them or their bar.
    """
    window = PLANE.window(svg)
    for unit in range(UNITS):
        w = (scale * float(W[unit, 0]), scale * float(W[unit, 1]))
        kind = "dead-line dead-line-dead" if dead[unit] else "dead-line"
        group = window.add("g", data_link=f"unit-{unit}", data_set=f"neuron {unit + 1}")
        if unit == chosen:
            side = "dead-side dead-side-dead" if dead[unit] else "dead-side"
            PLANE.boundary(group, w, bias, f"{kind} dead-line-chosen", side)
        else:
            PLANE.boundary(group, w, bias, kind)


@cache
def names(bias, scale):
    """Return each dead neuron's number beside its line, where it's on and most room is.

    If the line is outside the box, or cuts off too little of it, it's where the arrow points.
    """
    still, away = Element("g"), bias / (scale * LENGTHS)
    units = np.flatnonzero(nn.dead_units(pre_activations(bias, scale)))
    taken = X[None]
    for unit in units.tolist():
        normal, arrow = NORMALS[unit], ""
        places, ends = (), clip_line(tuple(normal.tolist()), float(away[unit]), PLANE.x, PLANE.y)
        if ends:
            line = np.outer(1 - PARTS, ends[0]) + np.outer(PARTS, ends[1])
            places = np.clip(line + BESIDE * normal, *INSIDE)
            places = places[places @ normal + away[unit] > 0]
        if not len(places):
            u, v = -np.sign(MIDDLE @ normal + away[unit]) * normal
            turn = math.atan2(v, u)
            turns = turn + 1.5 * (PARTS - 0.5)
            places = MIDDLE + 3.7 * np.column_stack([np.cos(turns), np.sin(turns)])
            arrow = " " + ARROWS[round(4 * turn / math.pi) % 8]
            places = np.clip(places, *INSIDE)
        others = np.hypot(*(places[:, None] - taken).T).min(axis=0)
        lines = np.abs(places @ NORMALS[units].T + away[units])
        lines[:, units == unit] *= 3  # its own may be three times as near as others
        place = places[np.minimum(others, lines.min(axis=1)).argmax()]
        taken = np.hstack([taken, (place + NEAR)[None]])
        x, y = PLANE.at(place.tolist())
        still.add("text", f"{unit + 1}{arrow}", x=x, y=y + 5, class_="dead-name")
    return still.keep()


def dots(svg, on):
    """Draw the examples of both classes, those fainter for which the chosen neuron is off."""
    svg.add("path", d=GAPS, class_="dead-dots dead-gap")
    for label, kind in ((0, "dead-zero"), (1, "dead-one")):
        for lit in (False, True):
            chosen = np.flatnonzero((labels == label) & (on == lit)).tolist()
            path = "".join(f"M{PLACES[k][0]:.1f} {PLACES[k][1]:.1f}h0" for k in chosen)
            faint = "" if lit else " dead-faint"
            if path:
                svg.add("path", d=path, class_=f"dead-dots {kind}{faint}")
                if not label:
                    svg.add("path", d=path, class_="dead-dots dead-hole")


def bars(svg, shares, dead, chosen):
    """Draw for how many examples each neuron is on: the scale ends at half of them, or all."""
    full = 0.5 if shares.max() <= 0.5 else 1.0
    for unit, share in enumerate(shares.tolist()):
        x = 6 + unit * COLUMN
        group = svg.add("g", data_link=f"unit-{unit}", data_set=f"neuron {unit + 1}")
        kind = "dead-column dead-chosen" if unit == chosen else "dead-column"
        place = {"x": x + 1, "y": FOOT - BAR - 16, "width": COLUMN - 2, "height": BAR + 38}
        group.add("rect", class_=kind, rx=4, **place)
        group.add("text", str(unit + 1), x=x + COLUMN / 2, y=FOOT + 17, class_="dead-share")
        if dead[unit]:
            middle = {"x": x + COLUMN / 2, "y": FOOT - 8}
            group.add("text", "✕", class_="dead-cross", **middle)
        else:
            height = max(2.0, BAR * share / full)
            place = {"x": x + 6, "y": FOOT - height, "width": COLUMN - 12}
            group.add("rect", height=height, class_="dead-bar", **place)
            place = {"x": x + COLUMN / 2, "y": FOOT - height - 4}
            group.add("text", f"{100 * share:.0f}", class_="dead-share", **place)


def draw(neuron, bias, scale):
    chosen = round(neuron) - 1
    z = pre_activations(bias, scale)
    dead = nn.dead_units(z)
    on = nn.relu_slope(z) > 0
    shares = on.mean(axis=0)
    count = int(dead.sum())
    answers = 100 * shares[~dead].mean() if count < UNITS else 0
    who = ", ".join(str(unit + 1) for unit in np.flatnonzero(dead)) or "none"
    told = account(neuron, int(on[:, chosen].sum()), in_sight(chosen, bias, scale))
    svg = Svg(
        362,
        360,
        "Dead ReLU neurons on two moons",
        f"Bias {number(bias)}, weights times {number(scale)}: {count} of {UNITS} neurons are dead "
        f"({who}). On average, the others are on for {number(answers, 0)} percent of the "
        f"{EXAMPLES} examples. {' '.join(told)}",
    )
    svg.children.append(STILL)
    bars(svg, shares, dead, chosen)
    lines(svg, bias, scale, dead, chosen)
    svg.children.append(names(bias, scale))
    dots(svg, on[:, chosen])
    svg.note(f"{count} of {UNITS} neurons are dead", "figure-head")
    for text in told:
        svg.note(text)
    return svg


def in_sight(unit, bias, scale):
    """Return whether a neuron's line goes through the picture."""
    return bool(clip_line(tuple((scale * W[unit]).tolist()), bias, PLANE.x, PLANE.y))


def account(neuron, count, seen):
    """Return in sentences for which dots a neuron is on, and what follows from it."""
    told = f"On the shaded side, neuron {neuron:.0f} is on."
    if not seen:
        told = f"The line of neuron {neuron:.0f} is outside this picture."
    if count == EXAMPLES:
        return [told, "It’s on for all the dots, so for them it’s a straight line."]
    if count:
        return [told, f"{count} of the {EXAMPLES} dots are there, so it can learn from them."]
    return [
        told,
        "It’s on for no dot: its slope is 0 for all of them, so nothing changes its weights.",
    ]
