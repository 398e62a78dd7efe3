"""What width does: ReLU neurons side by side, each with one bend, follow any curve."""

import numpy as np

from nn.arrays import Array, check_same_shape
from nn.mlp import MLP


def relu_through(x: Array, y: Array) -> MLP:
    """Return the network of one input and one output that joins points by straight pieces.

    x (k + 1,), rising, and y (k + 1,): the points, one piece between each two. There are k ReLU
    neurons: neuron j bends at x[j], and its weight in layer 2 is the change of slope there.
    Raises ValueError when the shapes don't fit.
    """
    check_same_shape("relu_through", "x", x, "y", y)
    slopes: Array = np.diff(y) / np.diff(x)
    changes: Array = np.diff(slopes, prepend=0.0)
    return MLP([np.ones((len(slopes), 1)), changes[None]], [-x[:-1], y[:1].copy()])
