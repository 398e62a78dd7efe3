"""The learning rule on XOR: it goes round in a circle, and why no line works."""

import numpy as np

import nn
from course.controls import Steps, Switch
from course.plane import Plane, clip_line, half_plane
from course.svg import Svg, number

RATE = 0.5
X, Y = nn.xor()
HISTORY = nn.perceptron_history(X, Y, RATE, max_epochs=6)
FIRST, AGAIN = nn.perceptron_cycle(HISTORY)
ROUND = AGAIN - FIRST
COUNT = FIRST + 3 * ROUND + 1  # three times round
SPAN = (-1.0, 2.0)
PLANE = Plane(SPAN, SPAN, left=60, top=24, width=230, height=230)
HIGH = max(float(np.abs([*one.w, one.b]).max()) for one in HISTORY)
COURSE = Plane((0.0, COUNT - 1.0), (-HIGH, HIGH), left=38, top=390, width=258, height=84)
NAMES = ("w₁", "w₂", "b")
STATES = np.array([[*one.w, one.b] for one in HISTORY[:COUNT]])  # before each step

CONTROLS = [
    Steps("step", "Steps taken on XOR", COUNT, 0),
    Switch("why", "Why no line works"),
]


def draw(step, why):
    now = HISTORY[step]
    wrong = nn.step(nn.neuron(X, now.w, now.b)) != Y
    told = reason() if why else account(step, wrong)
    title = "Why no line separates XOR" if why else f"Learning XOR, after {step} steps"
    svg = Svg(360, 506, title, " ".join(told))
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
    names = ", ".join(
        f"{name} = {number(v, 1)}" for name, v in zip(NAMES, STATES[step], strict=True)
    )
    right = f"{np.count_nonzero(~wrong)} of {len(X)} right"
    if step == 0:
        said = "The rule begins with all numbers 0."
    elif step < AGAIN:
        said = f"Next comes example {now.row + 1}, {tuple(map(int, X[now.row]))}."
    else:
        said = f"As after step {step - ROUND}: it goes round, {ROUND} steps a time."
    return [f"After {step} steps: {right}.", f"{names}.", said]


def reason():
    """Return in three lines why no line works."""
    return [
        "No line works: the two diagonals cross.",
        "A side with both discs has all between them, one with",
        "both rings too. The middle cannot lie on both sides.",
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
    """Draw w1, w2 and b over the steps, with the parts that are the same again shaded."""
    for turn in (0, 2):
        start = COURSE.at_x(FIRST + turn * ROUND)
        width = COURSE.at_x(FIRST + (turn + 1) * ROUND) - start
        box = {"x": start, "y": COURSE.top, "width": width, "height": COURSE.height}
        svg.add("rect", class_="perceptron-round", **box)
    COURSE.line(svg, [(0, 0), (COUNT - 1, 0)], "plane-axis")
    for i, name in enumerate(NAMES):
        places = [(at, STATES[at, i]) for at in range(COUNT)]
        COURSE.line(svg, places, f"perceptron-course perceptron-course-{i + 1}")
        label = {"x": 302, "y": COURSE.top + 18 + 24 * i, "class_": "perceptron-small"}
        key = label["y"] - 5
        kind = f"perceptron-course perceptron-course-{i + 1}"
        svg.add("line", x1=302, y1=key, x2=326, y2=key, class_=kind)
        svg.add("text", name, **{**label, "x": 332})
    for value in (-HIGH, 0, HIGH):
        text = number(value, 1)
        place = COURSE.at_y(value) + 4
        svg.add("text", text, x=COURSE.left - 5, y=place, class_="plane-tick plane-end")
    for at in (0, FIRST, AGAIN, AGAIN + ROUND, COUNT - 1):
        left = COURSE.at_x(at)
        text = str(at)
        svg.add("text", text, x=left, y=COURSE.top + 102, class_="plane-tick plane-middle")
    now = COURSE.at_x(step)
    bottom = COURSE.top + COURSE.height
    svg.add("line", x1=now, y1=COURSE.top, x2=now, y2=bottom, class_="perceptron-now")
    svg.add("text", "steps", x=300, y=COURSE.top + 102, class_="perceptron-small")
