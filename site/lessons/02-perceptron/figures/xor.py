"""XOR: no line of the reader's gets it right, and the learning rule goes around in circles."""

from functools import cache

import numpy as np

import nn
from course.figures.controls import Point, Steps, Switch
from course.figures.plane import Plane
from course.figures.svg import Element, Svg, number

RATE = 0.5
X, Y = nn.xor()
HISTORY = nn.perceptron_history(X, Y, RATE, max_epochs=6)
FIRST, AGAIN = nn.perceptron_cycle(HISTORY)
ROUND = AGAIN - FIRST
COUNT = FIRST + 3 * ROUND + 1  # three times round
SPAN = (-1.2, 2.2)
REACH = (-1.1, 2.1)  # how far the ends of the reader's line can be dragged
PLANE = Plane(SPAN, SPAN, left=48, top=22, width=274, height=274)
HIGH = max(float(np.abs([*one.w, one.b]).max()) for one in HISTORY)
STRIPS = [  # one for each number, over the steps
    Plane((0.0, COUNT - 1.0), (-HIGH, HIGH), left=76, top=32 + 69 * i, width=240, height=40)
    for i in range(3)
]
NAMES = ("w₁", "w₂", "b")
STATES = np.array([[*one.w, one.b] for one in HISTORY[:COUNT]])  # after 0, 1, 2, ... steps

CONTROLS = [
    Steps("step", "Step of the learning rule on XOR", COUNT, 0, first=0),
    Switch("why", "Why no line works"),
    Point("start", "One end of your line", REACH, REACH, 0.1, (0.5, 2.0)),
    Point("end", "The other end of your line", REACH, REACH, 0.1, (0.5, -1.0)),
]


def draw(step, why, start, end):
    own = step == 0 and not why
    w, b = line_through(start, end) if own else (HISTORY[step].w, HISTORY[step].b)
    wrong = nn.step(nn.neuron(X, w, b)) != Y
    told = reason() if why else challenge(wrong) if own else account(step, wrong)
    title = "Why no line separates XOR" if why else f"Learning XOR, after step {step}"
    if own:
        title = "Your line for XOR"
    svg = Svg(360, 330, title, " ".join(told))
    svg.children.append(FRAME)
    if why:
        draw_diagonals(svg)
    else:
        line = "plane-boundary xor-own" if own else "plane-boundary"
        PLANE.boundary(PLANE.window(svg), w, b, line, "plane-side")
        if w.any():
            PLANE.name_sides(svg, w, b, ("answer 0", "answer 1"))
    for name, place in (("start", start), ("end", end)) if own else ():
        PLANE.handle(svg, name, place)
        left, top = PLANE.at(place)
        svg.add("circle", cx=left, cy=top, r=5, class_="xor-end")
    for place, label, is_wrong in zip(X, Y, wrong, strict=True):
        PLANE.example(svg, place, bool(label), bool(is_wrong) and not why)
    for row, text in enumerate(told):
        svg.note(text, "" if row else "figure-head")
    draw_course(svg.beside.add("svg", viewBox="0 0 360 240"), step)
    return svg


def frame():
    """Return the plane with its axes."""
    still = Element("g")
    PLANE.frame(still, (-1, 0, 1, 2), (-1, 0, 1, 2), "x₁", "x₂")
    return still.keep()


FRAME = frame()


def line_through(start, end):
    """Return w and b of a neuron whose boundary goes through two points; w is 0 if they're one."""
    w = np.array([start[1] - end[1], end[0] - start[0]]).round(6)
    return w, nn.boundary_bias(w, np.array(start))


def challenge(wrong):
    """Return in lines how the reader's own line does."""
    return [
        f"Your line: {np.count_nonzero(~wrong)} of {len(X)} right",
        "Drag its ends. Can you get all four right?",
        "Then press Play: the learning rule tries, starting with every number at 0.",
    ]


def account(step, wrong):
    """Return in three lines where the weights are, and whether they were there before."""
    now = HISTORY[step]
    values = zip(NAMES, STATES[step], strict=True)
    named = ", ".join(f"{name} = {number(value, 1)}" for name, value in values)
    if step < AGAIN:
        said = f"Next is example {now.row + 1}, {tuple(map(int, X[now.row]))}."
    else:
        said = f"Same as after step {step - ROUND}, so {ROUND} steps repeat."
    right = np.count_nonzero(~wrong)
    return [f"After step {step}: {right} of {len(X)} right", f"{named}.", said]


def reason():
    """Return in lines why no line works."""
    return [
        "No line works: the diagonals cross.",
        "The middle is between the discs, so it has to be on their side. But it is between the "
        "rings, too. It can’t be on both sides.",
    ]


def draw_diagonals(svg):
    """Draw what joins the two examples of each class, and the middle that both share."""
    for label, kind in ((1, "plane-diagonal"), (0, "plane-diagonal plane-diagonal-zero")):
        PLANE.line(svg, X[label == Y], kind)
    left, top = PLANE.at(X.mean(axis=0))
    svg.add("circle", cx=left, cy=top, r=8, class_="plane-ring")
    svg.add("text", "the middle", x=left + 14, y=top + 5, class_="perceptron-small")


@cache
def rounds(count):
    """Return the rounds that repeat, as many as have begun."""
    svg = Element("g")
    top, bottom = STRIPS[0].top - 6, STRIPS[-1].top + STRIPS[-1].height + 6
    for turn in range(count):
        start, end = (STRIPS[0].at_x(FIRST + (turn + i) * ROUND) for i in range(2))
        box = {"x": start + 1, "y": top - 18, "width": end - start - 2, "height": bottom - top + 18}
        svg.add("rect", class_="perceptron-round", **box)
        place = {"x": (start + end) / 2, "y": top - 4}
        text = "again" if turn else "a round"
        svg.add("text", text, class_="plane-tick plane-middle", **place)
    return svg.keep()


@cache
def course():
    """Return the axes of w1, w2, and b over the steps."""
    svg = Element("g")
    bottom = STRIPS[-1].top + STRIPS[-1].height + 6
    for strip in STRIPS:
        strip.line(svg, [(0, 0), (COUNT - 1, 0)], "plane-axis")
        for value in (-HIGH, HIGH):
            strip.line(svg, [(0, value), (COUNT - 1, value)], "plane-grid")
        for value in (-HIGH, 0, HIGH):
            place = {"x": 359, "y": strip.at_y(value) + 4}
            svg.add("text", number(value, 1), class_="plane-tick plane-end", **place)
    for at in (0, *range(FIRST, COUNT, ROUND)):
        place = {"x": STRIPS[0].at_x(at), "y": bottom + 16}
        svg.add("text", str(at), class_="plane-tick plane-middle", **place)
    svg.add("text", "step", x=4, y=bottom + 16, class_="plane-tick")
    return svg.keep()


def draw_course(svg, step):
    """Draw the numbers up to a step; drag over them to go on."""
    begun = max(0, step - FIRST + ROUND - 1) // ROUND
    svg.children += [rounds(begun), course()]
    first, last = STRIPS[0], STRIPS[-1]
    now, bottom = first.at_x(step), last.top + last.height
    svg.add("line", x1=now, y1=first.top - 6, x2=now, y2=bottom + 6, class_="perceptron-now")
    for i, (name, strip) in enumerate(zip(NAMES, STRIPS, strict=True)):
        text, y = f"{name} = {number(STATES[step, i], 1)}", strip.at_y(0) + 5
        svg.add("text", text, x=4, y=y, class_="perceptron-text perceptron-weight")
        strip.line(svg, list(enumerate(STATES[: step + 1, i])), "perceptron-course")
        place = strip.at((step, STATES[step, i]))
        svg.add("circle", cx=place[0], cy=place[1], r=4.5, class_="plane-tip")
    whole = Plane(first.x, (0, 1), first.left, first.top, first.width, bottom - first.top)
    whole.drag(svg, "step")
