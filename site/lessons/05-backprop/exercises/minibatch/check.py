from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import ClassVar

import numpy as np

import nn
from course.exercises.difference import NOTHING
from course.exercises.exercise import Function, Judged
from course.exercises.values import as_numbers, same

FEW, MANY = (
    6,
    100,
)  # in so many calls, each of six rows is at each position, but for a chance of 1e-6
FORM = "Give one pair per batch, its rows of x and its rows of y, in a list or with `yield`."


@dataclass(frozen=True)
class Seeds:
    """The generators of a case: the function is called with each, and with the first once more."""

    count: int

    def generators(self):
        return [np.random.default_rng(seed) for seed in [*range(self.count), 0]]

    def __repr__(self):
        return "rng"


@dataclass(frozen=True)
class Text:
    """Words in place of a value."""

    text: str

    def __repr__(self):
        return self.text


@dataclass(frozen=True)
class Epoch:
    """What one call gave: its batches' sizes, the rows of x in their order, and of y."""

    sizes: tuple[int, ...]
    rows: tuple[int, ...]
    x: np.ndarray
    y: np.ndarray

    def __repr__(self):
        rows, parts = iter(self.rows), []
        for size in self.sizes:
            parts.append(", ".join(str(next(rows)) for _ in range(size)) or "none")
        return f"batches of the rows {' | '.join(parts)}"


def epoch(made, x):
    """Return what a call gave as an `Epoch`, or what's wrong with its form."""
    if made is None:
        return NOTHING
    try:
        pairs = [tuple(pair) for pair in made]
    except TypeError:
        return FORM
    if not pairs or any(len(pair) != 2 for pair in pairs):
        return FORM
    parts = [tuple(map(as_numbers, pair)) for pair in pairs]
    if any(part is None or part.ndim != 2 for pair in parts for part in pair):
        return f"{FORM} Both are matrices, with one row per example, even if it's only one."
    if any(len(ours) != len(labels) for ours, labels in parts):
        return "In one of your batches, x and y have different numbers of rows."
    if len({(ours.shape[1], labels.shape[1]) for ours, labels in parts}) > 1:
        return FORM
    rows, labels = (np.concatenate(side) for side in zip(*parts, strict=True))
    sizes = tuple(len(ours) for ours, _ in parts)
    places = [index(row, x) for row in rows]
    if None in places:
        return "Your batches contain rows that aren't rows of x. Copy the rows as they are."
    return Epoch(sizes, tuple(places), rows, labels)


def index(row, x):
    """Return which row of x this is."""
    found = [i for i, one in enumerate(x) if same(row, one)]
    return found[0] if found else None


def judged(epochs, x, y, size):
    """Return what's wrong with the epochs of several calls, or nothing; it names no chance row."""
    wrong = next((one for one in epochs if isinstance(one, str)), None)
    if wrong:
        return wrong
    n = len(x)
    sizes = tuple(min(size, n - start) for start in range(0, n, size))
    for one in epochs:
        if one.sizes != sizes and sorted(one.sizes) == sorted(sizes):
            return "A batch with fewer rows isn't the last one."
        if one.sizes != sizes:
            counts = (", ".join(map(str, found)) for found in (one.sizes, sizes))
            return "Your batches have {} rows. They should have {}.".format(*counts)
    if any(len(set(one.rows)) < n for one in epochs):
        return "Some rows come more than once in an epoch, and others never do."
    return unpaired(epochs, y) or unshuffled(epochs, size)


def unpaired(epochs, y):
    """Say how the labels have lost their rows, if they have."""
    if all(same(one.y, y[list(one.rows)]) for one in epochs):
        return ""
    if all(same(one.y, y) for one in epochs):
        return (
            "The rows of x are shuffled, but those of y aren't, so they no longer belong together."
        )
    if all(in_order(one) for one in epochs):
        return (
            "The rows of y are shuffled, but those of x aren't, so they no longer belong together."
        )
    return "The rows of x and y are in different orders, so they no longer belong together."


def in_order(one):
    return list(one.rows) == sorted(one.rows)


def unshuffled(epochs, size):
    """Say how the order falls short of a shuffled one, if it does."""
    orders, n = [one.rows for one in epochs], len(epochs[0].rows)
    if all(map(in_order, epochs)):
        return "The rows come in the order of x: nothing is shuffled."
    if len(set(orders)) == 1:
        return "The order is the same whatever `rng` is, so every epoch would have the same one."
    if orders[0] != orders[-1]:
        return "The order doesn't come from `rng`: the same generator should give the same order."
    if len(orders) <= MANY:
        return ""
    starts = range(0, n, size)
    if all(set(order[i : i + size]) == set(range(i, i + size)) for order in orders for i in starts):
        return "The rows change their order only within a batch: each stays in the same batch."
    if all(
        len({row // size for row in order[i : i + size]}) == 1 for order in orders for i in starts
    ):
        return "The batches change their order, but the same rows are together each time."
    places = {(row, place) for order in orders for place, row in enumerate(order)}
    following = {pair for order in orders for pair in pairwise(order)}
    if len(places) < n * n or len(following) < n * (n - 1):
        return (
            "Some orders never come: not every row gets to every position, with every other "
            "row after it. Shuffle all the rows at once."
        )
    return ""


class Batched(Function):
    """A function that shuffles: it's called several times, and any fair order is right."""

    in_order: ClassVar[bool] = True

    def run(self, program, cases):
        function = program.namespace[self.name]
        program.namespace["<all>"] = lambda *given: drained(function(*given))
        for x, y, size, seeds in cases:
            done = [program.call("<all>", (x, y, size, rng)) for rng in seeds.generators()]
            failed = next((one for one in done if one.raised is not None), None)
            if failed:
                yield replace(failed, arguments=())
                continue
            epochs = [epoch(one.value, x) for one in done]
            changed = next((one for one in done if not same(one.arguments[:2], (x, y))), done[0])
            shown = done[0].value if isinstance(epochs[0], str) else epochs[0]
            value = Judged(shown, judged(epochs, x, y, size))
            yield replace(done[0], value=value, arguments=(*changed.arguments[:2], size, seeds))

    def right(self, cases):
        return [[Judged(self.example(*case), "") for case in cases]]

    def example(self, x, y, size, seeds):
        return Text(f"{epoch(self.expected(x, y, size, seeds.generators()[0]), x)}, for example")

    def why(self, differing, cases):
        return differing[0][0].said


def drained(made):
    """Return all that a generator yields; anything else as it is."""
    return list(made) if isinstance(made, Iterator) else made


def minibatches(x, y, size, rng):
    return list(nn.minibatches(x, y, size, rng))


def data(n, classes):
    """Return x (n, 2), whose rows start with their number, and y (n, classes), one-hot."""
    first = np.arange(float(n))
    return np.stack([first, first + 0.5], axis=1), nn.one_hot(np.arange(n) % classes, classes)


CHECKS = [
    Batched(
        "minibatches",
        expected=minibatches,
        fixed=[
            (*data(5, 2), 2, Seeds(FEW)),
            (*data(6, 3), 2, Seeds(MANY)),
            (*data(5, 3), 1, Seeds(FEW)),
            (*data(4, 2), 10, Seeds(FEW)),
            (*data(7, 2), 3, Seeds(FEW)),
        ],
    )
]
