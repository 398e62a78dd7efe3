import numpy as np

import nn
from course.exercises.exercise import Function


def shares(x):
    total = nn.linear(x, np.ones((x.shape[1], x.shape[1])), np.zeros(x.shape[1]))
    return x / total


def random(rng):
    n, k = rng.integers(1, 6), rng.integers(2, 5)
    if rng.random() < 0.3:
        n = k  # then a missing keepdims doesn't raise an error
    return (rng.integers(1, 9, (n, k)) / 2,)


CHECKS = [
    Function(
        "shares",
        expected=shares,
        fixed=[
            (np.array([[1.0, 3.0]]),),
            (np.array([[1.0, 1.0], [1.0, 3.0]]),),
            (np.array([[2.0, 3.0], [0.0, 2.0], [1.0, 6.0], [4.0, 1.0]]),),
        ],
        random=random,
    )
]
