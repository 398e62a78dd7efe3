"""The gradients of all mini-batches of an epoch, for two weights, beside that of all the points."""

import math
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
RATES = (RATE, 0.1)
COUNT = sum(p.size for p in MOONS.network().parameters)  # of slopes in a gradient
NEURONS = (0, 4)  # of the hidden layer, each with a weight to output 2
ORDERS = {
    "shuffled": np.random.default_rng(0).permutation(len(X)),
    "sorted": np.argsort(Y, kind="stable"),
}
CONTROLS = [
    Choice("size", "Points in a batch", tuple((str(size), str(size)) for size in SIZES), "4"),
    Choice("order", "Order", (("shuffled", "shuffled"), ("sorted", "sorted by class")), "shuffled"),
    Choice("rate", "Learning rate", tuple((str(one), str(one)) for one in RATES), str(RATE)),
]
MARGIN = 0.15  # around the slopes
LINE = 26  # the height of a row of the key
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
def epoch(size, order, rate=RATE):
    """Return of each batch: its slopes at the two weights, its classes, if its step helps."""
    found = []
    for rows, labels in batches(size, order):
        network = MOONS.network()
        before, slopes = loss(network), gradients(network, rows)
        nn.SGD(network.parameters, rate).step(slopes.parameters)
        place = slopes.weights[1][1, NEURONS].tolist()
        found.append((place, set(labels.tolist()), loss(network) < before))
    return found


def batches(size, order):
    rows = ORDERS[order]
    return [(rows[i : i + size], Y[rows[i : i + size]]) for i in range(0, len(rows), size)]


@cache
def plane_of(single, order):
    """Return the plane of an order: one for single points, which reach farther, one for batches."""
    sizes = SIZES[:1] if single else SIZES[1:]
    places = [(0.0, 0.0), *(place for size in sizes for place, _, _ in epoch(size, order))]
    low, high = np.min(places, axis=0) - MARGIN, np.max(places, axis=0) + MARGIN
    (left, right), (bottom, top) = np.stack([low, high], axis=1).tolist()
    return Plane((left, right), (bottom, top), 34, 26, 320, 232)


def draw(size, order, rate):
    found = epoch(int(size), order, float(rate))
    helped = sum(lower for _, _, lower in found)
    line = f"Steps lowering the whole loss: {helped} of {len(found)}"
    head = f"{counted(found, size)}, {order}"
    whole = epoch(len(X), "shuffled")[0][0]
    svg = Svg(360, 296, "Gradients of batches", said(found, f"{head}. {line}.", whole))
    plane = plane_of(size == "1", order)
    names = ("slope at weight A", "slope at weight B")
    ticks = [range(math.ceil(low), math.floor(high) + 1) for low, high in (plane.x, plane.y)]
    plane.frame(svg, *ticks, *names)
    for place, _, _ in found:
        plane.line(svg, [(0, 0), place], "batches-line")
    plane.arrow(svg, (0, 0), whole, "batches-whole")
    for place, classes, _ in found:
        kind, radius, _ = KINDS[tuple(sorted(classes))]
        x, y = plane.at(place)
        svg.add("circle", cx=x, cy=y, r=radius, class_=kind)
    svg.note(head, "figure-head")
    svg.note(line)
    key(svg, [one for one in KINDS if any(set(one) == classes for _, classes, _ in found)])
    return svg


def key(svg, kinds):
    """Say beside the drawing what the arrow and the marks are."""
    drawn = svg.beside.add("svg", viewBox=f"0 0 360 {LINE * (len(KINDS) + 1)}")
    arrow = Plane((0, 1), (0, 1), 2, LINE / 2 - 5, 26, 10)
    arrow.arrow(drawn, (0, 0.5), (1, 0.5), "batches-whole")
    drawn.add("text", f"all {len(X)} points", x=40, y=LINE / 2 + 5, class_="batches-kind")
    for row, (kind, radius, text) in enumerate((KINDS[one] for one in kinds), 1):
        y = LINE * (row + 0.5)
        drawn.add("circle", cx=15, cy=y, r=radius, class_=kind)
        drawn.add("text", text, x=40, y=y + 5, class_="batches-kind")


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
