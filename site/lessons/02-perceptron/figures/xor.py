"""The learning rule on XOR: it goes around in circles, and why no line works."""

import numpy as np

import nn
from course.figures.controls import Steps, Switch
from course.figures.plane import Plane, clip_line, half_plane
from course.figures.svg import Svg, number

RATE = 0.5
X, Y = nn.xor()
HISTORY = nn.perceptron_history(X, Y, RATE, max_epochs=6)
FIRST, AGAIN = nn.perceptron_cycle(HISTORY)
ROUND = AGAIN - FIRST
COUNT = FIRST + 3 * ROUND + 1  # three times round
SPAN = (-1.0, 2.0)
PLANE = Plane(SPAN, SPAN, left=60, top=24, width=230, height=230)
HIGH = max(float(np.abs([*one.w, one.b]).max()) for one in HISTORY)
STRIPS = [  # one for each number
    Plane((1.0, float(COUNT)), (-HIGH, HIGH), left=60, top=412 + 52 * i, width=290, height=34)
    for i in range(3)
]
NAMES = ("w₁", "w₂", "b")
STATES = np.array([[*one.w, one.b] for one in HISTORY[:COUNT]])  # before each step

CONTROLS = [
    Steps("step", "Step of the learning rule on XOR", COUNT, 0),
    Switch("why", "Why no line works"),
]


def draw(step, why):
    now = HISTORY[step]
    wrong = nn.step(nn.neuron(X, now.w, now.b)) != Y
    told = reason() if why else account(step, wrong)
    title = "Why no line separates XOR" if why else f"Learning XOR, before step {step + 1}"
    svg = Svg(360, 586, title, " ".join(told))
    PLANE.frame(svg, (-1, 0, 1, 2), (-1, 0, 1, 2), "x₁", "x₂")
    if why:
        draw_diagonals(svg)
    else:
        draw_line(svg, now)
    for place, label, is_wrong in zip(X, Y, wrong, strict=True):
        PLANE.example(svg, place, bool(label), bool(is_wrong) and not why)
    for row, text in enumerate(told):
        said = " perceptron-said" if row == 0 else ""
        svg.add("text", text, x=8, y=312 + 20 * row, class_=f"perceptron-text{said}")
    draw_course(svg, step)
    return svg


def account(step, wrong):
    """Return in three lines where the weights are, and whether they were there before."""
    now = HISTORY[step]
    values = zip(NAMES, STATES[step], strict=True)
    named = ", ".join(f"{name} = {number(value, 1)}" for name, value in values)
    if step == 0:
        said = "The rule starts with every number at 0."
    elif step < AGAIN:
        said = f"Next is example {now.row + 1}, {tuple(map(int, X[now.row]))}."
    else:
        said = f"Same as before step {step + 1 - ROUND}, so {ROUND} steps repeat."
    right = np.count_nonzero(~wrong)
    return [f"Before step {step + 1}: {right} of {len(X)} right", f"{named}.", said]


def reason():
    """Return in lines why no line works."""
    return [
        "No line works: the diagonals cross.",
        "The middle is between the discs, so it has to be",
        "on their side. But it is between the rings, too.",
        "It can’t be on both sides.",
    ]


def draw_line(svg, now):
    """Draw the side that is answered 1, and its boundary."""
    side = half_plane(now.w, now.b, SPAN, SPAN)
    points = " ".join(f"{left:.1f},{top:.1f}" for left, top in map(PLANE.at, side))
    svg.add("polygon", points=points, class_="plane-side")
    PLANE.line(svg, clip_line(now.w, now.b, SPAN, SPAN), "plane-boundary")


def draw_diagonals(svg):
    """Draw what joins the two examples of each class, and the middle that both share."""
    for label, kind in ((1, "plane-diagonal"), (0, "plane-diagonal plane-diagonal-zero")):
        PLANE.line(svg, X[label == Y], kind)
    left, top = PLANE.at(X.mean(axis=0))
    svg.add("circle", cx=left, cy=top, r=8, class_="plane-ring")
    svg.add("text", "the middle", x=left + 14, y=top + 5, class_="perceptron-small")


def draw_course(svg, step):
    """Draw w1, w2 and b over the steps, in rounds."""
    top, bottom = STRIPS[0].top - 6, STRIPS[-1].top + STRIPS[-1].height + 6
    for turn in range(3):
        start, end = (STRIPS[0].at_x(FIRST + 1 + (turn + i) * ROUND) for i in range(2))
        box = {"x": start + 1, "y": top - 18, "width": end - start - 2, "height": bottom - top + 18}
        svg.add("rect", class_="perceptron-round", **box)
        place = {"x": (start + end) / 2, "y": top - 4}
        svg.add("text", f"round {turn + 1}", class_="plane-tick plane-middle", **place)
    for i, (name, strip) in enumerate(zip(NAMES, STRIPS, strict=True)):
        strip.line(svg, [(1, 0), (COUNT, 0)], "plane-axis")
        strip.line(svg, list(enumerate(STATES[:, i], start=1)), "perceptron-course")
        middle = strip.at_y(0) + 5
        svg.add("text", name, x=8, y=middle, class_="perceptron-text perceptron-weight")
        place = {"x": strip.left - 7, "y": middle}
        svg.add("text", number(STATES[step, i], 1), class_="plane-tick plane-end", **place)
        place = strip.at((step + 1, STATES[step, i]))
        svg.add("circle", cx=place[0], cy=place[1], r=4.5, class_="plane-tip")
    for at in (1, *(FIRST + 1 + turn * ROUND for turn in range(3)), COUNT):
        place = {"x": STRIPS[0].at_x(at), "y": bottom + 16}
        svg.add("text", str(at), class_="plane-tick plane-middle", **place)
    now = STRIPS[0].at_x(step + 1)
    svg.add("line", x1=now, y1=top, x2=now, y2=bottom, class_="perceptron-now")
    svg.add("text", "step", x=8, y=bottom + 16, class_="plane-tick")
