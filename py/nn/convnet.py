"""A small convolutional network: filters, max pooling, an activation, and a linear layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isqrt
from typing import Self

import numpy as np
from numpy.typing import DTypeLike

from nn import conv, layers
from nn.arrays import Array
from nn.initialise import rule_for
from nn.mlp import ACTIVATIONS, MLP, Trace

POOL = 2  # pixels of a pooled block, each way


@dataclass(frozen=True)
class ConvTrace(Trace):
    """`Trace` of a `ConvNet`. filtered: what the filters gave, (n, out, rows, columns)."""

    filtered: Array

    @property
    def pooled(self) -> tuple[int, int, int]:
        """The shape of one image's pooled answers: filters, rows, columns."""
        _, filters, rows, columns = self.filtered.shape
        return filters, rows // POOL, columns // POOL


class ConvNet(MLP):
    """A network whose first layer is filters that slide over a square image, and a pooling.

    weights: the filters (out, 1, tall, wide), and W (classes, units); biases: one for each filter,
    one for each class. x (n, pixels) has an image in each row; z, the pooled answers of the
    filters, is a row (n, units) too, filter by filter, and so is their activation. (An activation
    never falls, so that it and the largest of a block may change places: pooled first, it's a
    quarter of the work.) Raises ValueError when the arrays don't fit together.
    Source: LeCun et al., 1989, https://doi.org/10.1162/neco.1989.1.4.541
    """

    def _check(self) -> None:
        axes = [W.ndim for W in self.weights]
        fit = axes == [4, 2] and self.weights[0].shape[1] == 1
        fit = fit and all(
            b.shape == W.shape[:1] for W, b in zip(self.weights, self.biases, strict=True)
        )
        if not fit or self.weights[1].shape[1] % len(self.biases[0]):
            shapes = [p.shape for p in self.parameters]
            raise ValueError(f"filters, their biases, W and its biases don't fit: {shapes}")

    @classmethod
    def random_filters(
        cls,
        side: int,
        filters: int,
        size: int,
        classes: int,
        rng: np.random.Generator,
        activation: str = "relu",
        dtype: DTypeLike = np.float64,
    ) -> Self:
        """Return a network for images of side x side pixels, its filters size x size.

        Weights by He (ReLU) or Glorot (any other activation), biases 0.
        """
        initialise = rule_for(activation)
        first = initialise(filters, size * size, rng, dtype).reshape(filters, 1, size, size)
        units = filters * ((side - size + 1) // POOL) ** 2
        weights = [first, initialise(classes, units, rng, dtype)]
        return cls(weights, [np.zeros(filters, dtype), np.zeros(classes, dtype)], activation)

    def forward(self, x: Array) -> ConvTrace:
        """Run x (n, pixels) through all layers and return every value on the way.

        Raises ValueError when the images aren't square or don't fit the layers.
        """
        activate, _ = ACTIVATIONS[self.activation]
        filtered = conv.conv2d(as_images(x), self.weights[0], self.biases[0])
        z = conv.max_pool2d(filtered, POOL).reshape(len(x), -1)
        a = activate(z)
        return ConvTrace([x, a], [z, layers.linear(a, self.weights[1], self.biases[1])], filtered)

    def _first_gradients(self, trace: Trace, grad_z: Array) -> tuple[Array, Array]:
        images = as_images(trace.activations[0])
        return conv.conv2d_backward_parameters(unpooled(trace, grad_z), images, self.weights[0])

    def _first_input_slope(self, trace: Trace, grad_z: Array) -> Array:
        slope = conv.conv2d_backward_input(unpooled(trace, grad_z), self.weights[0])
        return slope.reshape(len(grad_z), -1)


def unpooled(trace: Trace, grad_z: Array) -> Array:
    """Return the slope at what the filters gave, from grad_z (n, units) of the pooled answers."""
    assert isinstance(trace, ConvTrace)
    beside = np.asfortranarray(grad_z)  # as the images lie in memory, see `conv`
    grad_p = beside.reshape(-1, *trace.pooled)
    return conv.max_pool2d_backward(grad_p, trace.filtered, POOL)


def as_images(x: Array) -> Array:
    """Return rows (n, pixels) as square images of one channel, (n, 1, side, side).

    Raises ValueError when they aren't square.
    """
    side = isqrt(x.shape[-1])
    if x.ndim != 2 or side * side != x.shape[1]:
        raise ValueError(f"x {x.shape} must have a square image in each row")
    return x.reshape(-1, 1, side, side)


def network_of(parameters: Sequence[Array], activation: str) -> MLP:
    """Return the network that has these parameters, W1, b1, W2, b2, ...

    W1 of four axes are filters, see `ConvNet`. Raises ValueError when they don't fit together.
    """
    kind = ConvNet if parameters and parameters[0].ndim == 4 else MLP
    return kind(parameters[::2], parameters[1::2], activation)
