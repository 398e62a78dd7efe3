import numpy as np

import nn
from course.exercises.exercise import Function


def evidence(x, w):
    positive, negative = np.maximum(w, 0), np.minimum(w, 0)  # no input is below 0
    return nn.neuron(x, positive, 0.0), nn.neuron(x, negative, 0.0)


def random(rng):
    n, features = rng.integers(1, 5), rng.integers(2, 6)
    x = rng.integers(0, 3, (n, features)) / 2
    return x, rng.integers(-4, 5, features) / 2


CHECKS = [
    Function(
        "evidence",
        expected=evidence,
        fixed=[
            (np.array([[1.0, 0.5]]), np.array([2.0, -3.0])),
            (np.array([[1.0, 0.5], [0.0, 1.0]]), np.array([2.0, -3.0])),
            (np.array([[0.5, 0.0, 1.0], [1.0, 1.0, 0.5]]), np.array([-3.0, 2.0, 1.5])),
            (np.array([[0.0, 0.0, 0.0], [0.5, 1.0, 1.0]]), np.array([4.0, -2.0, 1.0])),
        ],
        random=random,
    )
]
