"""What made a network's answer to one image: the sums behind two logits, and the input's slope.

Nothing here is an approximation but one picture: where more than one hidden layer lies between the
pixels and a unit, its picture is input x slope instead of input x weight (`speaks`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

import nn
from course.figures.svg import Picture, Pixels, number
from course.project import sheets
from course.project.architecture import SIDE
from nn import Array
from nn.convnet import POOL

SPEAKERS = 4  # units of a digit that are shown one by one


@dataclass(frozen=True)
class Speaker:
    """One hidden unit's part in a logit: contribution = weight x a."""

    unit: int  # counted from 0
    place: tuple[int, int, int] | None  # of a filter's answer: filter, row and column, pooled
    a: float
    weight: float
    contribution: float
    picture: Pixels


@dataclass(frozen=True)
class Sum:
    """How one digit's logit comes about.

    The speakers' contributions + rest + against + bias = logit. rest and against are (how many
    units, or pixels where there is no hidden layer; what they add up to).
    """

    digit: int
    logit: float
    bias: float
    speakers: list[Speaker]
    rest: tuple[int, float]
    against: tuple[int, float]
    picture: Pixels | None  # input x weight of the logit itself, where there is no hidden layer


def input_slope(network: nn.MLP, x: Array, grad_logits: Array) -> Array:
    """Return the slope (n, in) of sum(grad_logits x logits) at the input x (n, in).

    grad_logits (n, classes). Raises ValueError when the shapes do not fit.
    """
    return network.input_slope(network.forward(x), grad_logits)


def leading(logits: Array, against: int | None = None) -> tuple[int, int]:
    """Return the likeliest digit of logits (classes,), and `against` or else the second.

    Raises ValueError when `against` is no class.
    """
    order = np.argsort(-logits, kind="stable").tolist()
    if against is not None and against not in order:
        raise ValueError(f"{against!r} is none of the {len(order)} classes")
    second = order[1] if against in (None, order[0]) else against
    return order[0], second


def speaks(network: nn.MLP, x: Array, units: list[int]) -> Array:
    """Return input x slope of some units of the last hidden layer, (units, in), for x (1, in).

    The slope is that of the unit's pre-activation z. With one hidden layer it is the unit's own
    weights, so that the picture adds up to z less the bias.
    """
    trace = network.forward(np.repeat(x, len(units), axis=0))
    rows = np.eye(trace.activations[-1].shape[1], dtype=x.dtype)[units]
    return x * network.input_slope(trace, rows, layer=-2)


def sum_of(network: nn.MLP, x: Array, digit: int) -> Sum:
    """Return how the logit of one digit comes about for x (1, in)."""
    trace = network.forward(x)
    a, weights = trace.activations[-1][0], network.weights[-1][digit]
    parts = a * weights
    hidden = len(network.weights) > 1
    order = np.argsort(-parts, kind="stable")
    shown = [unit for unit in order[:SPEAKERS].tolist() if hidden and parts[unit] > 0]
    pictures: Iterable[Array] = speaks(network, x, shown) if shown else []
    speakers = [
        Speaker(
            unit,
            place_of(trace, unit),
            float(a[unit]),
            float(weights[unit]),
            float(parts[unit]),
            drawn(named(trace, unit), image),
        )
        for unit, image in zip(shown, pictures, strict=True)
    ]
    others = np.delete(parts, shown)
    return Sum(
        digit,
        float(trace.logits[0, digit]),
        float(network.biases[-1][digit]),
        speakers,
        (int((others > 0).sum()), float(others[others > 0].sum())),
        (int((others < 0).sum()), float(others[others < 0].sum())),
        None if hidden else sheets.signed(parts[None], 1, f"Input × weight of the digit {digit}"),
    )


def place_of(trace: nn.Trace, unit: int) -> tuple[int, int, int] | None:
    """Return filter, row and column of a unit, all from 0; None where there are no filters."""
    if not isinstance(trace, nn.ConvTrace):
        return None
    filter_, row, column = np.unravel_index(unit, trace.pooled)
    return int(filter_), int(row), int(column)


def feature_maps(trace: nn.Trace) -> Picture | None:
    """Draw what each filter found in the image, after activation and pooling, if there are any."""
    if not isinstance(trace, nn.ConvTrace):
        return None
    found = trace.activations[1][0].reshape(trace.pooled)
    large = np.kron(found, np.ones((1, POOL, POOL), found.dtype))
    said = f"What the {len(found)} filters found, 0 to {number(found.max(), 1)}"
    return sheets.maps(np.maximum(large, 0), len(found), said).picture()


def slope_picture(network: nn.MLP, x: Array, first: int, second: int) -> Pixels:
    """Draw the slope of (logit of first) - (logit of second) at the input x (1, in)."""
    grad_logits = np.zeros((1, len(network.biases[-1])), x.dtype)
    grad_logits[0, first], grad_logits[0, second] = 1, -1
    slope = input_slope(network, x, grad_logits)
    strongest = int(np.abs(slope[0]).argmax())
    row, column = divmod(strongest, SIDE)
    towards = first if slope[0, strongest] > 0 else second
    said = f"More ink speaks for {first} where it's blue, for {second} where it's orange; most "
    place = f"at row {row}, column {column}, for {towards}"
    return sheets.signed(slope, 1, said + place)


def named(trace: nn.Trace, unit: int) -> str:
    """Return what a unit of the last hidden layer is called."""
    place = place_of(trace, unit)
    return "Filter {}, row {}, column {}".format(*place) if place else f"Neuron {unit}"


def drawn(name: str, image: Array) -> Pixels:
    """Draw input x weight (in,) of a unit; the summary says what is for it and what against."""
    plus, minus = number(image[image > 0].sum(), 1), number(image[image < 0].sum(), 1)
    return sheets.signed(image[None], 1, f"{name}: ink for it {plus}, against it {minus}")
