import numpy as np

import nn
from course.exercises.exercise import Function


def chain_slope(x, weights):
    return nn.chain(x, weights).products[-1]


def random(rng):
    layers = rng.integers(1, 6)
    return rng.normal(), rng.uniform(1, 4, layers) * rng.choice([-1, 1], layers)


CHECKS = [
    Function(
        "chain_slope",
        expected=chain_slope,
        fixed=[
            (0.0, np.array([1.0])),
            (1.0, np.array([2.0])),
            (1.0, np.array([1.0, 1.0])),
            (-0.5, np.array([2.0, -1.0, 3.0])),
        ],
        random=random,
    )
]
