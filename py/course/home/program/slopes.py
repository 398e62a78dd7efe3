"""Finds the gradients of a network's parameters with `nn`."""

from nn.arrays import Array, Labels
from nn.losses import cross_entropy_gradient
from nn.mlp import MLP


def slopes(network: MLP, x: Array, y: Labels) -> list[Array]:
    """Return the gradients of the mean loss on a batch, in the order W1, b1, W2, b2, ..."""
    trace = network.forward(x)
    return network.backward(trace, cross_entropy_gradient(trace.logits, y)).parameters
