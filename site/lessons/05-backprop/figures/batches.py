"""The gradients of all mini-batches of an epoch, for two weights, beside that of all the points."""

from functools import cache

import numpy as np

import nn
from course.figures.controls import Choice
from course.figures.plane import Plane
from course.figures.svg import Svg, number
from course.lessons import lessons_folder, load, part

MOONS = load(part(lessons_folder(), "backprop", "figures", "learning")).SETS["moons"]
X, Y = MOONS.data
SIZES = (1, 4, 15, 60)
RATE = 0.5
NEURONS = (0, 4)  # of the hidden layer, each with a weight to output 2
ORDERS = {
    "shuffled": np.random.default_rng(0).permutation(len(X)),
    "sorted": np.argsort(Y, kind="stable"),
}
CONTROLS = [
    Choice("size", "Points in a batch", tuple((str(size), str(size)) for size in SIZES), "4"),
    Choice("order", "Order", (("shuffled", "shuffled"), ("sorted", "sorted by class")), "shuffled"),
]
PLANE = Plane((-3.9, 0.9), (-1.1, 1.6), 40, 52, 310, 174)


def gradients(network, rows):
    """Return the slopes of the loss of some of the points."""
    trace = network.forward(X[rows])
    return network.backward(trace, nn.cross_entropy_gradient(trace.logits, Y[rows]))


def loss(network):
    return nn.cross_entropy(network.forward(X).logits, Y)


@cache
def epoch(size, order):
    """Return of each batch: its slopes at the two weights, its classes, if its step helps."""
    found = []
    for rows, labels in batches(size, order):
        network = MOONS.network()
        before, slopes = loss(network), gradients(network, rows)
        nn.SGD(network.parameters, RATE).step(slopes.parameters)
        place = slopes.weights[1][1, NEURONS].tolist()
        found.append((place, set(labels.tolist()), loss(network) < before))
    return found


def batches(size, order):
    rows = ORDERS[order]
    return [(rows[i : i + size], Y[rows[i : i + size]]) for i in range(0, len(rows), size)]


def draw(size, order):
    found = epoch(int(size), order)
    helped = sum(lower for _, _, lower in found)
    line = f"Steps that lower the loss of all {len(X)}: {helped} of {len(found)}"
    head = f"{counted(found, size)}, {order}"
    whole = epoch(len(X), "shuffled")[0][0]
    svg = Svg(360, 290, "Gradients of batches", said(found, f"{head}. {line}.", whole))
    svg.add("text", head, x=4, y=16, class_="batches-head")
    PLANE.frame(svg, (-3, -2, -1, 0), (0, 1), "slope at weight A", "slope at weight B")
    for place, _, _ in found:
        PLANE.line(svg, [(0, 0), place], "batches-line")
    for place, classes, _ in found:
        x, y = PLANE.at(place)
        kind = "batches-both" if len(classes) > 1 else "plane-one" if 1 in classes else "plane-zero"
        svg.add("circle", cx=x, cy=y, r=3 if len(classes) > 1 else 5, class_=kind)
    PLANE.line(svg, [(0, 0), whole], "batches-whole")
    x, y = PLANE.at((-3.8, 1.35))
    svg.add("text", f"thick: all {len(X)} points", x=x, y=y, class_="plane-label is-gradient")
    svg.add("text", line, x=4, y=284, class_="batches-said")
    return svg


def counted(found, size):
    one = "1 batch" if len(found) == 1 else f"{len(found)} batches"
    return f"{one} of {size}"


def said(found, what, whole):
    places = np.array([place for place, _, _ in found])
    low, high = places.min(axis=0), places.max(axis=0)
    ranges = ", and at B ".join(
        f"from {number(a)} to {number(b)}" for a, b in zip(low, high, strict=True)
    )
    mean = " and ".join(number(value) for value in whole)
    return (
        f"{what} The batches' slopes at weight A go {ranges}. All the points together have the "
        f"slopes {mean}."
    )
