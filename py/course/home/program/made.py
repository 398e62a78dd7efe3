"""Makes a network of linear layers from its arrays."""

from nn.arrays import Array
from nn.mlp import MLP


def made(weights: list[Array], biases: list[Array], activation: str) -> MLP:
    """Return the network. Raises ValueError when its arrays don't fit together."""
    return MLP(weights, biases, activation)
