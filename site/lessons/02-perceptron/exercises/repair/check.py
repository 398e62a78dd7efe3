import numpy as np

import nn
from course.exercises.exercise import Function


def network(x, W, b, w_out, b_out):
    return nn.step(nn.neuron(nn.step(nn.linear(x, W, b)), w_out, b_out))


def random(rng):
    # Halves add up without rounding, so that z = 0 is 0 in whatever order they are added.
    n, inputs, hidden = rng.integers(2, 7), rng.integers(1, 4), rng.integers(1, 4)
    x, W = rng.integers(-3, 4, (n, inputs)) / 2, rng.integers(-3, 4, (hidden, inputs)) / 2
    b, w_out = rng.integers(-2, 3, hidden) / 2, rng.integers(-3, 4, hidden) / 2
    return x, W, b, w_out, float(rng.integers(-3, 4) / 2)


x, _ = nn.xor()
OR_NAND = np.array([[1.0, 1.0], [-1.0, -1.0]]), np.array([-0.5, 1.5])
CHECKS = [
    Function(
        "network",
        expected=network,
        fixed=[
            (x, *OR_NAND, np.array([1.0, 1.0]), -1.5),
            (x, *OR_NAND, np.array([1.0, 1.0]), -1.0),
            (x, *OR_NAND, np.array([1.0, -1.0]), 0.0),
            (x, np.array([[1.0, 0.0], [2.0, -1.0]]), np.zeros(2), np.array([1.0, 2.0]), -2.0),
        ],
        random=random,
    )
]
