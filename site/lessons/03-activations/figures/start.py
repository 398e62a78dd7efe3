"""Three ways to start the weights of one network, and what training makes of each."""

from functools import cache

import numpy as np

import nn
from course.figures.controls import Choice, Steps
from course.figures.plane import Plane, clip_line
from course.figures.svg import Svg, number

UNITS, EXAMPLES, RATE = 16, 100, 1.0
FRAMES, BETWEEN = 16, 20  # pictures, and steps from one to the next
STARTS = {"zero": 0.0, "equal": 0.5, "he": None}  # the value of all weights
NAMES = {"zero": "All 0", "equal": "All 0.5", "he": "Random, by He’s rule"}

X, LABELS = nn.two_moons(EXAMPLES, 0.1, np.random.default_rng(0))
PLANE = Plane((-1.6, 2.6), (-1.2, 1.7), 6, 6, 350, 230)
CELL = 5  # of the drawing's units, in which the two regions are drawn
FOOT, BAR, COLUMN = 306, 34, 350 / UNITS

CONTROLS = [
    Choice("start", "Initial weights", tuple(NAMES.items()), "equal"),
    Steps("frame", "Training so far", FRAMES, 10, first=0),
]


def network(start):
    """Return the network before its first step; all its biases are 0."""
    made = nn.MLP.random([2, UNITS, 2], np.random.default_rng(0))
    if STARTS[start] is not None:
        for W in made.weights:
            W[:] = STARTS[start]
    return made


@cache
def trained(start):
    """Return the network at every picture."""
    learning, states = network(start), []
    optimizer = nn.SGD(learning.parameters, RATE)
    for _ in range(FRAMES):
        copies = [one.copy() for one in learning.parameters]
        states.append(nn.MLP(copies[::2], copies[1::2]))
        for _ in range(BETWEEN):
            trace = learning.forward(X)
            slope = nn.cross_entropy_gradient(trace.logits, LABELS)
            optimizer.step(learning.backward(trace, slope).parameters)
    return states


def right(state):
    """Return which examples a network answers correctly."""
    return state.predict(X) == LABELS


def kinds(state):
    """Return how many different neurons the hidden layer has."""
    first = np.column_stack([state.weights[0], state.biases[0]])
    return len(np.unique(first.round(9), axis=0))


def region(svg, state):
    """Shade where the network answers 1, in runs along each row of cells."""
    rows, columns = round(PLANE.height / CELL), round(PLANE.width / CELL)
    (x_low, x_high), (y_low, y_high) = PLANE.x, PLANE.y
    x = x_low + (np.arange(columns) + 0.5) / columns * (x_high - x_low)
    y = y_high - (np.arange(rows) + 0.5) / rows * (y_high - y_low)
    grid = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    ones = np.pad(state.predict(grid).reshape(rows, columns) == 1, ((0, 0), (1, 1))).astype(int)
    starts, ends = (np.argwhere(np.diff(ones, axis=1) == sign).tolist() for sign in (1, -1))
    path = "".join(
        f"M{PLANE.left + CELL * first:g} {PLANE.top + CELL * row:g}h{CELL * (last - first)}v{CELL}"
        f"h-{CELL * (last - first)}z"
        for (row, first), (_, last) in zip(starts, ends, strict=True)
    )
    svg.add("path", d=path, class_="start-region")


def dots(svg, correct):
    """Draw the examples, rings and discs, and a ring around each wrong answer."""
    for label, kinds in ((0, ("dead-zero", "dead-hole")), (1, ("dead-one",))):
        places = [PLANE.at(place) for place in X[label == LABELS].tolist()]
        path = "".join(f"M{x:.1f} {y:.1f}h0" for x, y in places)
        for kind in kinds:
            svg.add("path", d=path, class_=f"dead-dots {kind}")
    wrong = map(PLANE.at, X[~correct].tolist())
    rings = "".join(f"M{x - 7:.1f} {y:.1f}a7 7 0 1 1 14 0a7 7 0 1 1 -14 0" for x, y in wrong)
    svg.add("path", d=rings, class_="start-wrong")


def lines(svg, state):
    """Draw where each hidden neuron's z is 0; weights that are all 0 have no such line."""
    for j, (w, b) in enumerate(zip(state.weights[0].tolist(), state.biases[0], strict=True)):
        ends = clip_line(tuple(w), float(b), PLANE.x, PLANE.y)
        if ends:
            (x1, y1), (x2, y2) = map(PLANE.at, ends)
            path = f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
            svg.add("path", d=path, class_="start-line", data_link=f"start-{j}")


def weights(svg, state):
    """Draw the two weights of each hidden neuron as bars, side by side."""
    W = state.weights[0]
    reach = max(1.0, float(np.abs(W).max()))
    svg.add("line", x1=6, x2=356, y1=FOOT, y2=FOOT, class_="plane-axis")
    for j, pair in enumerate(W.tolist()):
        group = svg.add("g", data_link=f"start-{j}")
        for k, w in enumerate(pair):
            x, height = 6 + (j + 0.5) * COLUMN + (k - 0.5) * 7, BAR * w / reach
            kind = "start-plus" if w > 0 else "start-minus"
            low = 0 if abs(height) > 2 else -1.5  # a weight of 0 can be seen, too
            ends = {"x1": x, "x2": x, "y1": FOOT - low, "y2": FOOT - (height or 1.5)}
            group.add("line", **ends, class_=f"start-weight {kind}")
        x = 6 + (j + 0.5) * COLUMN
        group.add("text", str(j + 1), x=x, y=FOOT + BAR + 16, class_="dead-share")


@cache  # there are few states
def draw(start, frame):
    state = trained(start)[frame]
    correct = right(state)
    count, steps, different = int(correct.sum()), frame * BETWEEN, kinds(state)
    loss = nn.cross_entropy(state.forward(X).logits, LABELS)
    alike = (
        f"its {UNITS} hidden neurons are all alike"
        if different == 1
        else f"it has {different} different hidden neurons"
    )
    svg = Svg(
        362,
        378,
        f"Initial weights: {NAMES[start]}, after {steps} steps",
        f"Initial weights: {NAMES[start]}. After {steps} steps, the network gets {count} of "
        f"{EXAMPLES} examples right, the loss is {number(loss, 3)}, and {alike}.",
    )
    PLANE.frame(svg)
    region(svg, state)
    lines(svg, state)
    dots(svg, correct)
    text = f"The two weights of each of the {UNITS} hidden neurons:"
    if not state.weights[0].any():
        text = f"Both weights of all {UNITS} hidden neurons are 0."
    svg.add("text", text, x=6, y=FOOT - BAR - 14, class_="plane-label")
    weights(svg, state)
    svg.add("text", "neuron", x=356, y=FOOT + BAR + 34, class_="plane-label plane-end")
    svg.note(f"After {steps} steps: {count} of {EXAMPLES} right", "figure-head")
    svg.note(f"loss {number(loss, 3)}", "is-loss")
    svg.note(f"{alike[0].upper()}{alike[1:]}.")
    return svg
