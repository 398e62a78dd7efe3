"""Ten logits of a real drawing: what the true class costs, and where a step moves every logit."""

from dataclasses import replace
from pathlib import Path

import numpy as np

import nn
from course.figures.controls import Choice, Slider, Switch
from course.figures.plane import Plane
from course.figures.svg import Element, Svg, number
from course.lessons import load

shared = load(Path(__file__).parent.parent / "data" / "shared.py")

LEFT, COLUMN, WIDTH = 62, 34, 408
REACH = 5.0
NEAR = 0.02  # a slope below it is not written
LOGIT = Plane((0, 10), (-8, 10), LEFT, 138, 10 * COLUMN, 108)
PROBABILITY = Plane((0, 10), (0, 1), LEFT, 308, 10 * COLUMN, 44)
PUSH = Plane((0, 10), (-1, 1), LEFT, 408, 10 * COLUMN, 88)
COST = Plane((0, 1), (0, 5), 262, 22, 124, 84)
DIGITS = tuple(str(digit) for digit in range(10))

CONTROLS = [
    replace(shared.DRAWING, value="3"),
    Choice("true", "True class", (("label", "as labeled"), *((d, d) for d in DIGITS)), "label"),
    Slider("shift", "Add to all logits", -REACH, REACH, 0.5, 0),
    Switch("squared", "Compare with the squared error", False),
]


def centre(digit):
    return LEFT + (digit + 0.5) * COLUMN


def scene():
    """Return what no control changes."""
    still = Element("g")
    COST.frame(still, (0, 0.5, 1), (0, 5), digits=1)
    p = np.linspace(np.exp(-5.0), 1, 60)
    COST.line(still, zip(p.tolist(), (-np.log(p)).tolist(), strict=True), "loss-curve")
    still.add("text", "−ln p", x=380, y=38, class_="plane-label plane-end")
    for plane, at in ((LOGIT, 0), (PROBABILITY, 0), (PUSH, 0)):
        y = plane.at_y(at)
        still.add("line", x1=LEFT, y1=y, x2=WIDTH - 6, y2=y, class_="plane-axis")
    for digit in DIGITS:
        still.add("text", digit, x=centre(int(digit)), y=272, class_="loss-digit")
    for text, y in (
        ("logit z", LOGIT.at_y(0) + 5),
        ("digit", 272),
        ("p", PROBABILITY.at_y(0.5) + 5),
        ("up 1", PUSH.at_y(1) + 5),
        ("step", PUSH.at_y(0) + 5),
        ("down 1", PUSH.at_y(-1) + 5),
        ("p − Y", 372),
    ):
        still.add("text", text, x=LEFT - 6, y=y, class_="plane-label plane-end")
    return still


SCENE = scene()
THUMBNAILS = [shared.thumbnail(i, 8, 16, 92) for i in range(len(shared.LABELS))]


def bars(plane, values, middle=0.0, half=11.0):
    """Return the path of one bar for each value, from 0."""
    zero = plane.at_y(0)
    return "".join(
        f"M{centre(k) + middle - half:.1f} {zero:.1f}h{2 * half:.1f}V{plane.at_y(v):.1f}"
        f"h-{2 * half:.1f}z"
        for k, v in values
    )


def arrows(values, middle, head):
    """Return the path of an arrow against each slope; a very short one is a dash."""
    zero, path = PUSH.at_y(0), []
    for k, value in enumerate(-values):
        x, tip = centre(k) + middle, PUSH.at_y(value)
        if abs(tip - zero) < 2:
            path.append(f"M{x - 3:.1f} {zero:.1f}h6")
            continue
        back = head if value > 0 else -head
        path.append(f"M{x:.1f} {zero:.1f}V{tip:.1f}m{-head} {back}l{head} {-back} {head} {back}")
    return "".join(path)


def short(value):
    """Return a number below 1 in size without its leading 0, so that ten fit into a row."""
    return number(value).replace("0.", ".", 1)


def slope(value):
    """Return a slope, or nothing for one near 0."""
    return short(value) if abs(value) >= NEAR else ""


def squared_slopes(p, wanted):
    """Return the slope of the squared error, added up over the classes, at every logit."""
    return nn.softmax_backward(p.size * nn.squared_error_gradient(p, wanted), p)[0]


def draw(drawing, true, shift, squared):
    place = int(drawing)
    z = shared.LOGITS[place][None] + shift
    y = np.array([shared.LABELS[place] if true == "label" else int(true)])
    p, wanted = nn.softmax(z), nn.one_hot(y, 10)
    loss, digit = nn.cross_entropy(z, y), int(y[0])
    slopes, others = nn.cross_entropy_gradient(z, y)[0], squared_slopes(p, wanted)
    logits, p = z[0].tolist(), p[0].tolist()
    best = int(np.argmax(p))
    compared = f" and {number(others[digit], 3)} for the squared error" if squared else ""
    svg = Svg(
        WIDTH,
        510,
        f"The loss of {shared.NAMES[place]}, with the true class {digit}",
        f"The largest logit is {number(logits[best])}, for the digit {best}, with p = "
        f"{number(p[best], 3)}. The true class {digit} has p = {number(p[digit], 4)}, so the loss "
        f"is {number(loss, 3)}. The slope at its logit is {number(slopes[digit], 3)}{compared}, so "
        f"a step moves this logit up. Added to all logits: {number(shift, 1)}, which changes "
        "neither p nor loss.",
    )
    svg.children += [SCENE, THUMBNAILS[place]]
    for text, row in (
        (f"true class {digit}", 34),
        (f"p = {number(p[digit], 4)}", 60),
        ("−ln p, the loss:", 86),
        (number(loss, 3), 108),
    ):
        kind = "loss-said loss-cost" if row == 108 else "loss-said"
        svg.add("text", text, x=112, y=row, class_=kind)
    x, top = COST.at((p[digit], min(5.0, loss)))
    svg.add("circle", cx=x, cy=top, r=6, class_="loss-dot")
    svg.add("rect", x=centre(digit) - 12, y=256, width=24, height=22, rx=4, class_="loss-true")
    svg.add("path", d=bars(LOGIT, list(enumerate(logits))), class_="loss-z")
    svg.add("path", d=bars(PROBABILITY, list(enumerate(p))), class_="loss-p")
    if squared:
        svg.add("text", "squared", x=LEFT - 6, y=391, class_="plane-label plane-end")
        svg.add("path", d=arrows(others, 7, 3.5), class_="loss-arrow loss-arrow-squared")
    svg.add("path", d=arrows(slopes, -5 if squared else 0, 4.5), class_="loss-arrow")
    for k in range(10):
        above = logits[k] >= 0
        row = LOGIT.at_y(logits[k]) + (-5 if above else 15)
        svg.add("text", number(logits[k], 1), x=centre(k), y=row, class_="loss-number loss-narrow")
        svg.add("text", short(p[k]), x=centre(k), y=298, class_="loss-number")
        svg.add("text", slope(slopes[k]), x=centre(k), y=372, class_="loss-number loss-slope")
        if squared:
            text = slope(others[k])
            svg.add("text", text, x=centre(k), y=391, class_="loss-number loss-narrow")
    return svg
