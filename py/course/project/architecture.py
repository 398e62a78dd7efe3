"""The networks that the project page offers: what its controls show, and what can be taken home."""

from collections.abc import Iterator
from itertools import product
from typing import Literal, get_args

SIDE = 28  # pixels of an image
CLASSES = 10
WIDTHS = (16, 32, 64, 128, 256)  # neurons of a hidden layer
Activation = Literal["relu", "sigmoid", "tanh"]
ACTIVATIONS: tuple[Activation, ...] = get_args(Activation)
MAX_HIDDEN_LAYERS = 2


def offered() -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield every network as (sizes, activation); sizes run from the 784 pixels to the 10 logits.

    Without a hidden layer there is nothing to activate: that network comes once, as "relu".
    """
    for layers in range(MAX_HIDDEN_LAYERS + 1):
        for hidden in product(WIDTHS, repeat=layers):
            for activation in ACTIVATIONS if hidden else ACTIVATIONS[:1]:
                yield (SIDE**2, *hidden, CLASSES), activation
