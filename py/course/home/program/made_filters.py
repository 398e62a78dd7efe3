"""Makes a network with filters from its arrays."""

from nn.arrays import Array
from nn.convnet import ConvNet


def made(weights: list[Array], biases: list[Array], activation: str) -> ConvNet:
    """Return the network. Raises ValueError when its arrays don't fit together."""
    return ConvNet(weights, biases, activation)
