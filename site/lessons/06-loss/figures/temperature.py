"""Ten logits divided by a temperature: the answer stays the same, the confidence changes."""

from pathlib import Path

import numpy as np

import nn
from course.figures.controls import Slider
from course.figures.plane import Plane
from course.figures.svg import Element, Svg, number
from course.lessons import load

shared = load(Path(__file__).parent.parent / "data" / "shared.py")

PLANE = Plane((0, 10), (0, 1), 40, 116, 350, 124)
LOWEST, HIGHEST, MOST = 0.2, 10.0, 4.0  # temperatures, and the highest loss in the diagram
COST = Plane((LOWEST, HIGHEST), (0.0, MOST), 252, 22, 138, 54)

COLUMN = PLANE.width / 10

CONTROLS = [
    shared.DRAWING,
    Slider("temperature", "Temperature T", LOWEST, HIGHEST, 0.05, 2),
]


def centre(digit):
    return PLANE.at_x(digit + 0.5)


def scene():
    """Return what no control changes."""
    still = Element("g")
    PLANE.frame(still, (), (0, 0.5, 1), y_label="", digits=1)
    still.add("text", "dashed: T = 1", x=48, y=134, class_="plane-label")
    for digit in range(10):
        still.add("text", str(digit), x=centre(digit), y=260, class_="loss-digit")
    still.add("text", "p ≈", x=33, y=282, class_="plane-label plane-end")
    return still


SCENE = scene()
THUMBNAILS = [shared.thumbnail(i, 4, 6, 84) for i in range(len(shared.LABELS))]


def outline(p, least=0.0):
    """Return the path of the outlines of the bars that are at least so high."""
    return "".join(
        f"M{centre(k) - 12:.1f} {PLANE.at_y(0):.1f}V{PLANE.at_y(v):.1f}h24V{PLANE.at_y(0):.1f}"
        for k, v in enumerate(p)
        if v >= least
    )


# What's nearly flat would be a dash on the axis.
BEFORE = [outline(nn.softmax(z).tolist(), 0.02) for z in shared.LOGITS]


def loss_at(place, temperature):
    """Return what a drawing costs at a temperature."""
    z = shared.LOGITS[place][None] / temperature
    return nn.cross_entropy(z, np.array([shared.LABELS[place]]))


def course(place):
    """Return the diagram of a drawing's loss against the temperature."""
    still = Element("g")
    COST.frame(still, (2, 4, 6, 8), (0, 2, 4))
    still.add("text", "T", x=394, y=92, class_="plane-label plane-end")
    places = [(t, loss_at(place, t)) for t in np.linspace(LOWEST, HIGHEST, 99).tolist()]
    COST.line(still, [one for one in places if one[1] <= MOST], "loss-curve")
    return still


COURSES = [course(place) for place in range(len(shared.LABELS))]


def draw(drawing, temperature):
    place = int(drawing)
    z = shared.LOGITS[place]
    p = nn.softmax(z / temperature)
    best, label = int(p.argmax()), shared.LABELS[place]
    loss = loss_at(place, temperature)
    p = p.tolist()
    svg = Svg(
        396,
        290,
        f"Probabilities at temperature {number(temperature)}",
        f"{shared.NAMES[place]}: at temperature {number(temperature)} the likeliest digit is "
        f"{best} with p = {number(p[best], 3)}; at temperature 1 it was the same digit with p = "
        f"{number(float(nn.softmax(z)[best]), 3)}. The loss is {number(loss, 3)}.",
    )
    svg.children += [SCENE, THUMBNAILS[place], COURSES[place]]
    for text, y, kind in (
        (f"T = {number(temperature)}", 24, ""),
        (f"likeliest: {best}", 48, ""),
        (f"true: {label}", 68, ""),
        (f"loss {number(loss, 3)}", 92, "loss-cost"),
    ):
        svg.add("text", text, x=102, y=y, class_=f"loss-said {kind}".rstrip())
    x, y = COST.at((temperature, min(loss, MOST)))
    svg.add("path", d=f"M{x:.1f} {COST.top}V{COST.top + COST.height}", class_="loss-stop")
    svg.add("circle", cx=x, cy=y, r=5.5, class_="loss-dot")
    svg.add("text", "loss", x=252, y=15, class_="plane-label")
    svg.add("path", d=f"{outline(p)}", class_="loss-p")
    svg.add("path", d=BEFORE[place], class_="loss-before")
    for k in range(10):
        text = number(p[k], 3).removeprefix("0")
        svg.add("text", text, x=centre(k), y=282, class_="loss-number loss-narrow")
    return svg
