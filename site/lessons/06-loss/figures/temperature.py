"""Ten logits divided by a temperature: the answer stays the same, the confidence changes."""

from pathlib import Path

import numpy as np

import nn
from course.figures.controls import Slider
from course.figures.plane import Plane
from course.figures.svg import Element, Svg, number
from course.lessons import load

shared = load(Path(__file__).parent.parent / "data" / "shared.py")

PLANE = Plane((0, 10), (0, 1), 40, 108, 350, 150)
COLUMN = PLANE.width / 10

CONTROLS = [
    shared.DRAWING,
    Slider("temperature", "Temperature T", 0.2, 5, 0.05, 1),
]


def centre(digit):
    return PLANE.at_x(digit + 0.5)


def scene():
    """Return what no control changes."""
    still = Element("g")
    PLANE.frame(still, (), (0, 0.5, 1), y_label="", digits=1)
    for digit in range(10):
        still.add("text", str(digit), x=centre(digit), y=278, class_="loss-digit")
    still.add("text", "p", x=33, y=300, class_="plane-label plane-end")
    return still


SCENE = scene()
THUMBNAILS = [shared.thumbnail(i, 40, 8, 84) for i in range(len(shared.LABELS))]


def outline(p):
    """Return the path of the bars' outlines."""
    return "".join(
        f"M{centre(k) - 12:.1f} {PLANE.at_y(0):.1f}V{PLANE.at_y(v):.1f}h24V{PLANE.at_y(0):.1f}"
        for k, v in enumerate(p)
    )


BEFORE = [outline(nn.softmax(z).tolist()) for z in shared.LOGITS]


def draw(drawing, temperature):
    place = int(drawing)
    z = shared.LOGITS[place]
    p = nn.softmax(z / temperature)
    best, label = int(p.argmax()), shared.LABELS[place]
    loss = nn.cross_entropy(z[None] / temperature, np.array([label]))
    p = p.tolist()
    svg = Svg(
        396,
        308,
        f"Probabilities at temperature {number(temperature)}",
        f"{shared.NAMES[place]}: at temperature {number(temperature)} the likeliest digit is "
        f"{best} with p = {number(p[best], 3)}; at temperature 1 it was the same digit with p = "
        f"{number(float(nn.softmax(z)[best]), 3)}. The loss is {number(loss, 3)}.",
    )
    svg.children += [SCENE, THUMBNAILS[place]]
    svg.add("text", f"T = {number(temperature)}", x=140, y=36, class_="loss-said")
    svg.add("text", f"likeliest: {best}, p = {number(p[best], 3)}", x=140, y=60, class_="loss-said")
    said = f"true: {label}, loss {number(loss, 3)}"
    svg.add("text", said, x=140, y=84, class_="loss-said loss-cost")
    svg.add("path", d=f"{outline(p)}", class_="loss-p")
    svg.add("path", d=BEFORE[place], class_="loss-before")
    for k in range(10):
        svg.add("text", number(p[k]), x=centre(k), y=300, class_="loss-number")
    return svg
