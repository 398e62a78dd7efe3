"""What depth does: linear layers fold into one, slopes multiply, and a ReLU can die."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn.arrays import Array, matmul
from nn.mlp import ACTIVATIONS


def collapse(W1: Array, b1: Array, W2: Array, b2: Array) -> tuple[Array, Array]:
    """Return (W, b) of the one linear layer that computes what two in a row do.

    W1 (hidden, in), b1 (hidden,), W2 (out, hidden), b2 (out,) -> W (out, in), b (out,). It is
    W2 (W1 x + b1) + b2 = (W2 W1) x + (W2 b1 + b2). Raises ValueError when the shapes do not fit.
    """
    return matmul(W2, W1), matmul(W2, b1[:, None])[:, 0] + b2


@dataclass(frozen=True)
class Chain:
    """Layers of one neuron each, without bias, as `chain` ran them; each array is (layers,)."""

    pre_activations: Array  # z = weight times what comes in
    activations: Array
    slopes: Array  # da/dz of each layer
    products: Array  # the slope of each layer's output with respect to the chain's input


def chain(x: float, weights: Sequence[float] | Array, activation: str = "sigmoid") -> Chain:
    """Run x through len(weights) layers of one neuron each and multiply up the slopes.

    By the chain rule every layer adds the factor weight times da/dz. The activation is one of
    `ACTIVATIONS`.
    """
    activate, slope = ACTIVATIONS[activation]
    w = np.asarray(weights, dtype=np.float64)
    z, a = np.empty_like(w), np.empty_like(w)
    before = x
    for layer, weight in enumerate(w):
        z[layer] = weight * before
        a[layer] = before = activate(z[layer : layer + 1])[0]
    slopes = slope(z)
    return Chain(z, a, slopes, np.cumprod(w * slopes))


def dead_units(z: Array) -> NDArray[np.bool_]:
    """Return which ReLU neurons are 0 for every example: z (n, units) -> (units,), bool."""
    dead: NDArray[np.bool_] = np.all(z <= 0, axis=0)
    return dead
