"""Finds the gradients of a network's parameters with the learner's own `backward`."""

import numpy as np

from course.home.program.own import backward
from nn.arrays import Array, Labels
from nn.losses import one_hot
from nn.mlp import MLP


def slopes(network: MLP, x: Array, y: Labels) -> list[Array]:
    """Return the gradients of the mean loss on a batch, in the order W1, b1, W2, b2."""
    target = one_hot(y, len(network.biases[-1])).astype(x.dtype)
    found = backward(x, target, *network.parameters)
    return [np.asarray(g, p.dtype) for g, p in zip(found, network.parameters, strict=True)]
