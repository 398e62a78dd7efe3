"""Three ways to start the weights of one network, and what training makes of each."""

import math
from functools import cache

import numpy as np

import nn
from course.figures.controls import Choice, Steps
from course.figures.plane import Plane, clip_line
from course.figures.svg import Svg, number

UNITS, EXAMPLES, RATE = 16, 100, 1.0
FRAMES, BETWEEN = 16, 20  # pictures, and steps from one to the next
STARTS = {"zero": 0.0, "equal": 0.5, "he": None}  # the value of all weights
NAMES = {"zero": "All 0", "equal": "All 0.5", "he": "Random"}

X, LABELS = nn.two_moons(EXAMPLES, 0.1, np.random.default_rng(0))
PLANE = Plane((-1.6, 2.6), (-1.1, 1.6), 8, 22, 344, 232)
CORNERS = ((PLANE.x[0], PLANE.y[1]), (PLANE.x[1], PLANE.y[0]))  # top left, bottom right
ROWS, COLUMNS = 28, 42  # of the grid on which the border of the two regions is looked for
SIDES = (np.linspace(*PLANE.x, COLUMNS), np.linspace(*PLANE.y, ROWS))
GRID = np.stack(np.meshgrid(*SIDES), axis=-1).reshape(-1, 2)
BARS = {"left": 62, "width": 286, "height": 58}
TOPS = (32, 108)  # of the bars of w1, and of w2

CONTROLS = [
    Choice("start", "Initial weights", tuple(NAMES.items()), "he"),
    Steps("frame", "Training so far", FRAMES, FRAMES - 1, first=0),
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
    """Shade where the network answers 1."""
    logits = state.forward(GRID).logits
    lead = (logits[:, 1] - logits[:, 0]).reshape(ROWS, COLUMNS)
    svg.add("path", d=PLANE.above(lead), class_="start-region")


def dots(svg, correct):
    """Draw the examples, rings and discs, with one dark outline around wrong ones that touch."""
    for kind in ("start-wrong", "start-gap"):
        svg.add("path", d=marks(X[~correct]), class_=f"dead-dots {kind}")
    for label, kinds in ((0, ("dead-zero", "dead-hole")), (1, ("dead-one",))):
        for kind in kinds:
            svg.add("path", d=marks(X[label == LABELS]), class_=f"dead-dots {kind}")


def marks(places):
    """Return a path with a dot at each place."""
    return "".join(f"M{x:.1f} {y:.1f}h0" for x, y in map(PLANE.at, places.tolist()))


def lines(svg, state, alike):
    """Draw where each hidden neuron's z is 0; weights that are all 0 have no such line."""
    for j, (w, b) in enumerate(zip(state.weights[0].tolist(), state.biases[0], strict=True)):
        ends = clip_line(tuple(w), float(b), PLANE.x, PLANE.y)
        if ends:
            (x1, y1), (x2, y2) = map(PLANE.at, ends)
            path = f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
            kind = "start-line start-same" if alike and j else "start-line"
            svg.add("path", d=path, class_=kind, data_link=f"start-{j}")
    if alike and ends:
        turn = math.atan2(y2 - y1, x2 - x1)  # the name runs along the line, below its right end
        x = x2 - 10 * math.cos(turn) - 17 * math.sin(turn)
        y = y2 - 10 * math.sin(turn) + 17 * math.cos(turn)
        turned = f"rotate({math.degrees(turn):.1f} {x:.1f} {y:.1f})"
        name = f"z = 0 in all {UNITS}"
        svg.add("text", name, x=x, y=y, transform=turned, class_="start-name plane-end")


def key(svg):
    """Draw below the box what a wrong answer looks like."""
    for kind in ("start-wrong", "start-gap", "dead-one"):
        svg.add("path", d="M15 267h0", class_=f"dead-dots {kind}")
    svg.add("text", "wrong answer", x=27, y=271, class_="plane-label")


def answers(svg, state):
    """Say in two corners where there are no dots what the network answers there.

    If it's the same everywhere, say so once.
    """
    if len(same := set(state.predict(GRID).tolist())) == 1:
        x, y = PLANE.at(CORNERS[0])
        text = f"answer {same.pop()} everywhere"
        svg.add("text", text, x=x + 8, y=y + 20, class_="start-answer on-line on-plane")
        return
    for (x, y), answer in zip(CORNERS, state.predict(np.array(CORNERS)).tolist(), strict=True):
        left, top = PLANE.at((x, y))
        low = y == PLANE.y[0]
        place = {"x": left + (-8 if low else 8), "y": top + (-10 if low else 20)}
        kind = f"start-answer on-line {'start-one' if answer else 'on-plane'}{' plane-end' * low}"
        svg.add("text", f"answer {answer}", class_=kind, **place)


@cache
def scale(start):
    """Return the planes of w1 and w2, as high as the training needs them, and their ticks."""
    every = np.concatenate([state.weights[0].ravel() for state in trained(start)])
    low, high = min(-0.3, float(every.min())), max(0.3, float(every.max()))
    planes = [Plane((0, UNITS), (1.08 * low, 1.08 * high), top=top, **BARS) for top in TOPS]
    tick = 0.5 if high - low < 2 else 2.0
    ticks = np.arange(np.ceil(low / tick), high / tick) * tick
    return planes, ticks.tolist(), 1 if tick < 1 else 0


def weights(svg, start, state):
    """Draw the two weights of each hidden neuron as bars, one above the other."""
    planes, ticks, digits = scale(start)
    for plane, name in zip(planes, ("w₁", "w₂"), strict=True):
        plane.frame(svg, (), ticks, digits=digits)
        svg.add("text", name, x=0, y=plane.at_y(0) + 5, class_="start-weights")
    for j, pair in enumerate(state.weights[0].tolist()):
        group = svg.add("g", data_link=f"start-{j}")
        for plane, w in zip(planes, pair, strict=True):
            x, y = plane.at((j + 0.5, w))
            foot = plane.at_y(0)
            if abs(y - foot) < 1.5:  # a weight of 0 can be seen, too
                y, foot = foot - 1.5, foot + 1.5
            kind = "start-plus" if w > 0 else "start-minus"
            ends = {"x1": x, "x2": x, "y1": foot, "y2": y}
            group.add("line", **ends, class_=f"start-weight {kind}")
        if j == 0 or (j + 1) % 4 == 0:
            place = {"x": plane.at_x(j + 0.5), "y": plane.top + plane.height + 17}
            group.add("text", str(j + 1), class_="start-count", **place)


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
        360,
        276,
        f"Initial weights: {NAMES[start]}, after {steps} steps",
        f"Initial weights: {NAMES[start]}. After {steps} steps, the network gets {count} of "
        f"{EXAMPLES} examples right, the loss is {number(loss, 3)}, and {alike}.",
    )
    PLANE.frame(svg, y_label="x₂")
    end = {"x": PLANE.left + PLANE.width, "y": PLANE.top + PLANE.height + 17}
    svg.add("text", "x₁", class_="plane-label plane-end", **end)
    region(svg, state)
    lines(svg, state, different == 1)
    dots(svg, correct)
    answers(svg, state)
    key(svg)
    begun = NAMES[start][0].lower() + NAMES[start][1:]
    head = f"Start {begun}: {count} of {EXAMPLES} right after {steps} steps"
    svg.note(head, "figure-head")
    svg.note(f"loss {number(loss, 3)}", "is-loss")
    svg.note(f"{alike[0].upper()}{alike[1:]}.")
    bars = svg.beside.add("svg", viewBox="0 0 360 188")
    bars.add("text", f"weights of hidden neurons 1 to {UNITS}", x=0, y=16, class_="plane-label")
    weights(bars, start, state)
    return svg
