"""The traced network: the one small network that every lesson, figure, and exercise works through.

It has two inputs, two hidden ReLU neurons, and two classes. You can follow its numbers by hand
(hidden values have one decimal place, logits two). Both hidden neurons are active on the first
example, and no two values or slopes agree by chance, so if you take the wrong one, you get a
wrong number. Every call returns new arrays, which you may change freely.
"""

import numpy as np

from nn.arrays import Array, Labels
from nn.mlp import MLP


def traced_network() -> MLP:
    """Return the traced network, 2-2-2, in float64."""
    W1 = np.array([[0.8, -0.1], [0.1, 0.7]])
    b1 = np.array([0.6, -0.6])
    W2 = np.array([[0.5, -0.2], [-0.4, 0.9]])
    b2 = np.array([0.2, -0.3])
    return MLP([W1, W2], [b1, b2], activation="relu")


def traced_example() -> tuple[Array, Labels]:
    """Return the example x (1, 2) with its label y (1,); both hidden neurons are active on it."""
    return np.array([[2.0, 3.0]]), np.array([1])


def traced_example_off() -> tuple[Array, Labels]:
    """Return the second example, x (1, 2) and y (1,): it switches the first hidden neuron off."""
    return np.array([[-3.0, 2.0]]), np.array([0])
