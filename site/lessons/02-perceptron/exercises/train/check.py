import numpy as np

import nn
from course.exercises.exercise import Function


def train(x, y, learning_rate, max_epochs):
    return nn.perceptron_train(x, y, learning_rate, max_epochs)


def random(rng):
    # Halves and quarters add up without rounding, so that z = 0 is 0 in whatever order.
    n, features = rng.integers(2, 7), rng.integers(1, 4)
    x, y = rng.integers(-4, 5, (n, features)) / 2, rng.integers(0, 2, n)
    return x, y, float(rng.choice([0.25, 0.5, 2.0])), int(rng.integers(1, 9))


x, xor = nn.xor()
AND, OR = np.array([0, 0, 0, 1]), np.array([0, 1, 1, 1])
CHECKS = [
    Function(
        "train",
        expected=train,
        fixed=[
            (np.array([[2.0], [-1.0]]), np.array([1, 0]), 0.5, 5),
            (np.array([[2.0], [-1.0]]), np.array([0, 1]), 0.5, 1),
            (np.array([[2.0], [-1.0]]), np.array([0, 1]), 0.5, 9),
            (x, OR, 0.5, 10),
            (x, AND, 0.5, 10),
            (x, xor, 0.5, 6),
        ],
        random=random,
    )
]
