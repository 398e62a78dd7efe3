"""Ten logits of a real drawing: what the true class costs, and where a step moves every logit."""

from dataclasses import replace
from pathlib import Path

import numpy as np

import nn
from course.figures.controls import Choice, Point, Slider, Switch
from course.figures.plane import Plane
from course.figures.svg import Element, Svg, number
from course.lessons import load

shared = load(Path(__file__).parent.parent / "data" / "shared.py")

LEFT, COLUMN, WIDTH = 60, 36.5, 426
REACH = 5.0
HIGHEST = 9.0  # logit in the diagram, where a grip stops
NEAR = 0.02  # a probability or a slope below it is not written
ROOM = 24  # above and below the longest bars: for the numbers of two
LOGIT = Plane((0, 10), (-HIGHEST, HIGHEST), LEFT, 26 + ROOM, 10 * COLUMN, 113)
PROBABILITY = Plane((0, 10), (0, 1), LEFT, 245, 10 * COLUMN, 75)
NAMES = 214  # of the bars
ROWS = tuple(PROBABILITY.top + PROBABILITY.height + below for below in (23, 44, 65))
SIDE, TOP = 154, 24  # of the drawing and the loss beside them, as high as the logits
COST = Plane((0, 1), (0, 5), 192, TOP, SIDE, SIDE)
DIGITS = tuple(str(digit) for digit in range(10))


def pull(name, label):
    """Return the control of a bar that can be dragged: how far its logit is moved."""
    return Point(name, label, (0, 0), (-2 * HIGHEST, 2 * HIGHEST), 0.5, (0, 0))


CONTROLS = [
    replace(shared.DRAWING, value="3"),
    Choice("true", "True class", (("label", "as labeled"), *((d, d) for d in DIGITS)), "label"),
    Slider("shift", "Add to all logits", -REACH, REACH, 0.5, 0),
    Switch("squared", "Compare with the squared error", False),
    pull("mine", "Logit of the true class, moved by"),
    pull("rival", "Largest other logit, moved by"),
]


def centre(digit):
    return LEFT + (digit + 0.5) * COLUMN


def scene():
    """Return what no control changes."""
    still = Element("g")
    box = {"x": LEFT, "y": LOGIT.top - ROOM, "width": LOGIT.width}
    still.add("rect", height=LOGIT.height + 2 * ROOM, class_="plane", **box)
    for at in (-5, 0, 5):
        y, kind = LOGIT.at_y(at), "axis" if at == 0 else "grid"
        still.add("line", x1=LEFT, y1=y, x2=LEFT + LOGIT.width, y2=y, class_=f"plane-{kind}")
        still.add("text", number(at, 0), x=LEFT - 7, y=y + 4, class_="plane-tick plane-end")
    still.add("text", "logit z", x=LEFT, y=box["y"] - 8, class_="plane-label")
    drag = {"x": LEFT + LOGIT.width, "y": box["y"] - 8}
    still.add("text", "↕ drag these two bars", class_="plane-label loss-drag plane-end", **drag)
    title = {"x": LEFT, "y": PROBABILITY.top - 8}
    still.add("text", "probability p", class_="plane-label", **title)
    for at, kind in ((0, "axis"), (1, "grid")):
        y = PROBABILITY.at_y(at)
        still.add("line", x1=LEFT, y1=y, x2=LEFT + PROBABILITY.width, y2=y, class_=f"plane-{kind}")
    for digit in DIGITS:
        still.add("text", digit, x=centre(int(digit)), y=NAMES, class_="loss-digit")
    for text, y in (
        ("digit", NAMES),
        ("1", PROBABILITY.at_y(1) + 5),
        ("0", PROBABILITY.at_y(0) + 5),
        ("p", ROWS[0]),
        ("p − Y", ROWS[1]),
    ):
        still.add("text", text, x=LEFT - 6, y=y, class_="plane-label plane-end")
    return still


def curve():
    """Return the curve of the loss, which no control changes."""
    still = Element("g")
    COST.frame(still, (0, 0.5, 1), (0, 5), y_label="loss −ln p", x_digits=1)
    still.add("text", "drawing", x=0, y=TOP - 8, class_="plane-label")
    losses = np.linspace(5.0, 0.0, 27)
    COST.line(still, zip(np.exp(-losses).tolist(), losses.tolist(), strict=True), "loss-curve")
    place = {"x": COST.at_x(0.75), "y": TOP + SIDE + 16}
    still.add("text", "p", class_="plane-label plane-middle", **place)
    return still


SCENE, CURVE = scene(), curve()
THUMBNAILS = [shared.thumbnail(i, 0, TOP, SIDE) for i in range(len(shared.LABELS))]


def bars(plane, values, middle=0.0, half=11.0):
    """Return the path of one bar for each value, from 0."""
    zero = plane.at_y(0)
    return "".join(
        f"M{centre(k) + middle - half:.1f} {zero:.1f}h{2 * half:.1f}V{plane.at_y(v):.1f}"
        f"h-{2 * half:.1f}z"
        for k, v in values
    )


def arrows(p, slopes, right, head):
    """Return the path of a step's arrows, each from its p; one too short to see is left out."""
    path = []
    for k, (start, slope) in enumerate(zip(p, slopes.tolist(), strict=True)):
        x, y, tip = centre(k) + right, PROBABILITY.at_y(start), PROBABILITY.at_y(start - slope)
        if abs(tip - y) < 2 * head:
            continue
        back = min(head, abs(tip - y)) * (1 if tip < y else -1)
        path.append(
            f"M{x:.1f} {y:.1f}V{tip:.1f}m{-head} {back:.1f}l{head} {-back:.1f} {head} {back:.1f}"
        )
    return "".join(path)


def short(value, least=NEAR):
    """Return a number below 1 without its leading 0, so that ten fit into a row; none near 0."""
    return number(value).replace("0.", ".", 1) if abs(value) >= least else ""


def squared_slopes(p, wanted):
    """Return the slope of the squared error, added up over the classes, at every logit."""
    return nn.softmax_backward(p.size * nn.squared_error_gradient(p, wanted), p)[0]


def rival_of(drawing, true):
    """Return the digit other than the true one that has the largest logit."""
    return max((k for k in range(10) if k != true), key=lambda k: shared.LOGITS[drawing][k])


def moved(base, pulls):
    """Return the logits, as one row, with each of the pulls (digit, by how much)."""
    z = base[None].copy()
    for digit, by in pulls:
        z[0, digit] = np.clip(z[0, digit] + by, -HIGHEST, HIGHEST)
    return z


def grip(svg, name, digit, base, now):
    """Put the handle of a control on a digit's bar."""
    low, high = LOGIT.y
    column = (centre(digit) - COLUMN / 2, LOGIT.top, COLUMN, LOGIT.height)
    Plane((-1, 1), (low - base, high - base), *column).handle(svg, name, (0, now - base))
    x, y = centre(digit), LOGIT.at_y(now)
    svg.add("path", d=f"M{x - 4:g} {y - 1.5:.1f}h8l-4 -4.5zm0 3h8l-4 4.5z", class_="loss-drag")


def draw(drawing, true, shift, squared, mine, rival):
    place = int(drawing)
    y = np.array([shared.LABELS[place] if true == "label" else int(true)])
    base = shared.LOGITS[place] + shift
    pulled = {"mine": (int(y[0]), mine[1]), "rival": (rival_of(place, y[0]), rival[1])}
    z = moved(base, pulled.values())
    p, wanted = nn.softmax(z), nn.one_hot(y, 10)
    loss, digit = nn.cross_entropy(z, y), int(y[0])
    slopes, others = nn.cross_entropy_gradient(z, y)[0], squared_slopes(p, wanted)
    logits, p = z[0].tolist(), p[0].tolist()
    best = int(np.argmax(p))
    compared = f" and {number(others[digit], 3)} for the squared error" if squared else ""
    svg = Svg(
        WIDTH,
        ROWS[-1] + 6,
        f"The loss of {shared.NAMES[place]}, with the true class {digit}",
        f"The largest logit is {number(logits[best])}, for the digit {best}, with p = "
        f"{number(p[best], 3)}. The true class {digit} has p = {number(p[digit], 4)}, so the loss "
        f"is {number(loss, 3)}. The slope at its logit is {number(slopes[digit], 3)}{compared}, so "
        f"a step moves this logit up. Added to all logits: {number(shift, 1)}, which changes "
        "neither p nor loss.",
    )
    svg.children.append(SCENE)
    box = {"x": centre(digit) - 13, "y": NAMES - 17, "width": 26, "height": 23}
    svg.add("rect", rx=4, class_="loss-true", **box)
    svg.add("path", d=bars(LOGIT, list(enumerate(logits))), class_="loss-z")
    svg.add("path", d=bars(PROBABILITY, [(digit, 1)], -5, 8), class_="loss-before")
    svg.add("path", d=bars(PROBABILITY, list(enumerate(p)), -5, 8), class_="loss-p")
    if squared:
        svg.add("text", "squared", x=LEFT - 6, y=ROWS[2], class_="plane-label plane-end")
        svg.add("path", d=arrows(p, others, 13, 2), class_="loss-arrow loss-arrow-squared")
    svg.add("path", d=arrows(p, slopes, 8, 4), class_="loss-arrow")
    for k in range(10):
        probability = short(p[k], 0 if k == digit else NEAR)
        rows = (probability, short(slopes[k]), short(others[k]) if squared else "")
        for text, row, kind in zip(rows, ROWS, ("", " loss-slope", ""), strict=True):
            if text:
                svg.add("text", text, x=centre(k), y=row, class_=f"loss-number{kind}")
    cost = f"loss −ln p = {number(loss, 3)}"  # beside the bars, whatever the window
    end = {"x": LEFT + PROBABILITY.width, "y": PROBABILITY.top - 8}
    svg.add("text", cost, class_="loss-said loss-cost plane-end", **end)
    for name, (k, _) in pulled.items():
        grip(svg, name, k, float(base[k]), logits[k])
        y = LOGIT.at_y(logits[k]) + (-13 if logits[k] > 0 else 23)  # beyond its knob
        svg.add("text", number(logits[k], 1), x=centre(k), y=y, class_="loss-number on-plane")
    account(svg, place, digit, p[digit], loss, squared)
    return svg


def account(svg, place, digit, p, loss, squared):
    """Show beside the bars the drawing, its loss on the curve, and how long the arrows are."""
    beside = svg.beside.add("svg", viewBox="0 0 360 200")
    beside.children += [CURVE, THUMBNAILS[place]]
    x, top = COST.at((p, min(5.0, loss)))
    beside.add("circle", cx=x, cy=top, r=6, class_="loss-dot")
    svg.note(f"True class {digit}: p = {number(p, 4)}", "figure-head")
    svg.note("arrows: Y − p, the step of each logit", "is-gradient")
    svg.note("dashed: with the squared error" if squared else "", "figure-quiet")
