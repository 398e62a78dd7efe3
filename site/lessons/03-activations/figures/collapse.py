"""The traced network with and without its bend: a kinked boundary, or one line and one matrix."""

import numpy as np

import nn
from course.figures.controls import Choice, Point
from course.figures.plane import Plane, clip_line
from course.figures.svg import Element, Svg, number

REACH = 5.0
SPAN = (-REACH, REACH)
PLANE = Plane(SPAN, SPAN, 28, 8, 310, 310)

BENT = nn.traced_network()
FLAT = nn.MLP(BENT.weights, BENT.biases, "identity")
(W1, W2), (b1, b2) = BENT.weights, BENT.biases
W, b = nn.collapse(W1, b1, W2, b2)

CONTROLS = [
    Choice("linear", "Layer 1", (("true", "without ReLU"), ("false", "with ReLU")), "true"),
    Point("x", "The input x", SPAN, SPAN, 0.1, (2.0, 3.0)),
]


def boundary(network):
    """Return the points (x1, x2) at which both outputs are equal, from left to right."""
    side = np.linspace(*SPAN, 201)
    grid = np.stack(np.meshgrid(side, side, indexing="ij"), axis=-1).reshape(-1, 2)
    logits = network.forward(grid).logits
    lead = (logits[:, 1] - logits[:, 0]).reshape(201, 201)  # rises with x2
    first = (lead > 0).argmax(axis=1)
    found = (first > 0).nonzero()[0]
    below, above = lead[found, first[found] - 1], lead[found, first[found]]
    x2 = side[first[found] - 1] - below / (above - below) * (side[1] - side[0])
    return np.stack([side[found], x2], axis=1)


def outline(edge):
    """Return the boundary, and the region above it, as SVG points."""
    places = [f"{x:.1f},{y:.1f}" for x, y in map(PLANE.at, edge.tolist())]
    (right, _), top = PLANE.at(edge[-1].tolist()), PLANE.top
    return " ".join(places), " ".join([*places, f"{right:.1f},{top}", f"{PLANE.left},{top}"])


def pair(values, digits=2):
    return "(" + ", ".join(number(float(value), digits) for value in values) + ")"


def matrix(svg, values, x, name, digits):
    """Draw a 2 x 2 matrix in brackets with its name above, and return its right edge."""
    cell = 39 + 9 * (digits - 1)  # a number and the space before it
    right = x + 2 * cell + 12
    d = f"M{x + 5} 24h-5v50h5 M{right - 5} 24h5v50h-5"
    svg.add("path", d=d, class_="collapse-bracket")
    svg.add("text", name, x=(x + right) / 2, y=15, class_="collapse-name collapse-weight")
    for i, row in enumerate(values):
        for j, value in enumerate(row):
            place = {"x": x + 4 + (j + 1) * cell, "y": 44 + i * 22}
            text = number(float(value), digits)
            svg.add("text", text, class_="collapse-number plane-end", **place)
    return right


def fold(unit):
    """Return the ends of the line on which a hidden neuron's z is 0."""
    w = (float(W1[unit, 0]), float(W1[unit, 1]))
    return clip_line(w, float(b1[unit]), SPAN, SPAN)


def folds(svg):
    for unit in range(2):
        PLANE.line(svg, fold(unit), "collapse-fold")
    x, y = PLANE.at((-1.1, -2.9))
    kind = "plane-label plane-end on-line on-plane"
    svg.add("text", "neuron 1: z = 0", x=x - 10, y=y, class_=kind)
    x, y = PLANE.at((-4.8, 0.75))
    svg.add("text", "neuron 2: z = 0", x=x, y=y, class_="plane-label")


FACTORS = (("W⁽²⁾", W2, "", 1), ("W⁽¹⁾", W1, "·", 1), ("W", W, "=", 2))


def matrices():
    """Return the product of the two weight matrices, which nothing changes."""
    still = Element("g")
    right = 1
    for name, values, sign, digits in FACTORS:
        if sign:
            still.add("text", sign, x=right + 13, y=54, class_="collapse-name")
            right += 26
        right = matrix(still, values, right, name, digits)
    return still.keep()


def scene(linear):
    """Return the plane with the boundary, which only the switch changes."""
    still, (edge, region) = Element("g"), outline(boundary(FLAT if linear else BENT))
    PLANE.frame(still, (-4, -2, 0, 2, 4), (-4, -2, 0, 2, 4))
    still.add("polygon", points=region, class_="collapse-region")
    if not linear:
        folds(still)
    still.add("polyline", points=edge, class_="collapse-edge")
    right, bottom = PLANE.left + PLANE.width, PLANE.top + PLANE.height
    still.add("text", "x₁", x=right + 4, y=PLANE.at_y(0) + 4, class_="plane-label")
    still.add("text", "x₂", x=PLANE.at_x(0) + 6, y=PLANE.top + 16, class_="plane-label")
    corners = ((PLANE.left + 8, 27, ""), (right - 8, bottom - 42, " plane-end"))
    for (x, y, end), class_, output in zip(
        corners, ("customers come", "nobody comes"), (2, 1), strict=True
    ):
        still.add("text", class_, x=x, y=y + 6, class_=f"collapse-class{end}")
        text = f"output {output} is larger"
        still.add("text", text, x=x, y=y + 28, class_=f"plane-label{end}")
    return still.keep()


MATRICES = matrices()
GONE = "With ReLU, no single layer gives the same for every x."
SCENES = {linear: scene(linear) for linear in (False, True)}


def draw(linear, x):
    linear = linear == "true"
    network = FLAT if linear else BENT
    trace = network.forward(np.array([x]))
    through = trace.logits[0]
    once = nn.linear(np.array([x]), W, b)[0]
    equal = pair(through) == pair(once)
    shape = "a straight line" if linear else "a line with a kink"
    off = [str(unit + 1) for unit in range(2) if trace.pre_activations[0][0, unit] < 0]
    state = f"Here z is below 0 in hidden neuron {' and '.join(off)}." if off else ""
    verdict = "the same" if equal else "not the same"
    svg = Svg(
        360,
        346,
        "Two layers, and the single matrix they collapse into",
        f"{'Without' if linear else 'With'} ReLU the decision boundary is {shape}. At x = "
        f"{pair(x, 1)} the two layers give {pair(through)}, the single layer gives {pair(once)}: "
        f"{verdict}. {'' if linear else GONE} {state}",
    )
    svg.children.append(SCENES[linear])
    PLANE.handle(svg, "x", x)
    at_x, at_y = PLANE.at(x)
    svg.add("circle", cx=at_x, cy=at_y, r=5, class_="collapse-x")
    svg.add("text", "x", x=at_x + 10, y=at_y + 17, class_="collapse-class")
    svg.note(f"The boundary is {shape}.", "figure-head")
    tell(svg, linear, x, (pair(through), pair(once)))
    return svg


def tell(svg, linear, x, outputs):
    """Write beside the plane what both layers give for x, and what the single one gives."""
    if linear:
        svg.beside.add("svg", viewBox="0 0 358 84").children.append(MATRICES)
        for name, values, sign, digits in FACTORS:
            known = f"{name}, their product" if sign == "=" else name
            svg.table(known, [[number(float(value), digits) for value in row] for row in values])
    else:
        svg.note(GONE)
    through, once = outputs
    svg.note(f"Here, at x = {pair(x, 1)}:", "figure-quiet")
    svg.note("two layers give ").add("b", through)
    same = through == once
    last = svg.note("x @ W.T + b gives ", "" if same else "collapse-unequal")
    last.add("b", f"{once}, {'the same' if same else 'not the same'}")
