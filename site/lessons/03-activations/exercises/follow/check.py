import numpy as np

import nn
from course.exercises.exercise import Function


def bend_weights(x, y):
    return nn.relu_through(x, y).weights[1][0]


def points(*places):
    x, y = np.array(places, dtype=float).T
    return x, y


def random(rng):
    k = int(rng.integers(2, 7))
    x = float(rng.integers(-2, 3)) + np.cumsum(rng.choice([0.5, 1.0, 2.0], k + 1))
    return x, rng.integers(-4, 5, k + 1) / 2


CHECKS = [
    Function(
        "bend_weights",
        expected=bend_weights,
        fixed=[
            points((0, 1), (1, 3), (2, 2)),
            points((0, 1), (1, 3)),
            points((0, 1), (1, 3), (2, 2), (3, 4)),
            points((0, 0), (2, 2), (3, 5), (5, 4)),
            points((-1, 2), (0, 1), (4, 3)),
        ],
        random=random,
    )
]
