"""The networks that the project page offers: what its controls show, and what can be taken home."""

from collections.abc import Iterator
from itertools import product
from typing import Literal, get_args

SIDE = 28  # pixels of an image
CLASSES = 10
WIDTHS = (16, 32, 64, 128, 256)  # neurons of a hidden layer
Activation = Literal["relu", "sigmoid", "tanh"]
ACTIVATIONS: tuple[Activation, ...] = get_args(Activation)
Architecture = tuple[tuple[int, ...], int, Activation]  # hidden layers, filters, activation
MAX_HIDDEN_LAYERS = 2
FILTERS = 8  # of the convolutional network
FILTER_SIDE = 3  # pixels, each way


def offered() -> Iterator[Architecture]:
    """Yield every network.

    Without a hidden layer there is nothing to activate: that network comes once, as "relu".
    Filters are in the hidden layers' place.
    """
    for layers in range(MAX_HIDDEN_LAYERS + 1):
        for hidden in product(WIDTHS, repeat=layers):
            for activation in ACTIVATIONS if hidden else ACTIVATIONS[:1]:
                yield hidden, 0, activation
    for activation in ACTIVATIONS:
        yield (), FILTERS, activation
