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
PLANES = {  # by the size of a batch: single points reach farther
    size: Plane(*((-3.9, 0.9), (-1.1, 1.6)) if size == 1 else ((-2.6, 0.5), (-0.4, 1.35)), *box)
    for box in [(40, 52, 310, 175)]
    for size in SIZES
}
KINDS = {  # of batches, by their classes: what's drawn, its size, and what it's called
    (0, 1): ("batches-both", 3, "a batch of both classes"),
    (1,): ("plane-one", 5, "a batch of class 1"),
    (0,): ("plane-zero", 5, "a batch of class 0"),
}


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
    plane = PLANES[int(size)]
    names = ("slope at weight A", "slope at weight B")
    plane.frame(svg, (-3, -2, -1, 0)[size != "1" :], (0, 1), *names)
    for place, _, _ in found:
        plane.line(svg, [(0, 0), place], "batches-line")
    for place, classes, _ in found:
        kind, radius, _ = KINDS[tuple(sorted(classes))]
        x, y = plane.at(place)
        svg.add("circle", cx=x, cy=y, r=radius, class_=kind)
    plane.arrow(svg, (0, 0), whole, "batches-whole")
    key(svg, plane, [one for one in KINDS if any(set(one) == classes for _, classes, _ in found)])
    svg.add("text", line, x=4, y=284, class_="batches-said")
    return svg


def key(svg, plane, kinds):
    """Say in the empty corner what the arrow and the marks are."""
    x, y = plane.left + 20, plane.top + 20
    corner = Plane((0, 1), (0, 1), x - 11, y - 4.5, 22, 9)
    corner.arrow(svg, (0, 0.5), (1, 0.5), "batches-whole")
    svg.add("text", f"all {len(X)} points", x=x + 18, y=y + 4, class_="plane-label")
    for row, (kind, radius, text) in enumerate((KINDS[one] for one in kinds), 1):
        svg.add("circle", cx=x, cy=y + 19 * row, r=radius, class_=kind)
        svg.add("text", text, x=x + 18, y=y + 19 * row + 4, class_="plane-label")


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
