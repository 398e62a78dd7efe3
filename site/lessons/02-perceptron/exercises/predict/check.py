import numpy as np

import nn
from course.exercises.exercise import Function


def predict(x, w, b):
    z = nn.linear(x, w[None, :], np.array([b]))
    return (z[:, 0] >= 0).astype(int)


def random(rng):
    # Multiples of 1/2 add up without rounding, so that z = 0 is 0 in whatever order they are added.
    n, features = rng.integers(2, 7), rng.integers(1, 5)
    x = rng.integers(-6, 7, (n, features)) / 2
    return x, rng.integers(-4, 5, features) / 2, rng.integers(-6, 7) / 2


CHECKS = [
    Function(
        "predict",
        expected=predict,
        fixed=[
            (np.array([[2.0], [-2.0]]), np.array([1.0]), 0.0),
            (np.array([[1.0], [1.0]]), np.array([1.0]), -1.0),
            (np.array([[1.0], [-1.0]]), np.array([1.0]), 1.5),
            (nn.xor()[0], np.array([1.0, 1.0]), -1.5),
        ],
        random=random,
    )
]
