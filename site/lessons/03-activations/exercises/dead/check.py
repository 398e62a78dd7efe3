import numpy as np

import nn
from course.exercises.exercise import Function


def dead(x, W, b):
    return nn.dead_units(nn.linear(x, W, b))


def random(rng):
    # Multiples of 1/2 add up without rounding, so that z = 0 is 0 in whatever order.
    n, units, features = rng.integers(1, 6), rng.integers(2, 6), rng.integers(1, 4)
    x, W = rng.integers(-4, 5, (n, features)) / 2, rng.integers(-4, 5, (units, features)) / 2
    return x, W, rng.integers(-6, 4, units) / 2


CHECKS = [
    Function(
        "dead",
        expected=dead,
        fixed=[
            (np.array([[1.0], [2.0]]), np.array([[1.0]]), np.array([-3.0])),
            (np.array([[1.0], [2.0]]), np.array([[1.0]]), np.array([-2.0])),
            (np.array([[1.0], [2.0]]), np.array([[1.0], [-1.0]]), np.array([-1.5, 0.0])),
            (
                np.vstack([nn.traced_example()[0], nn.traced_example_off()[0]]),
                nn.traced_network().weights[0],
                nn.traced_network().biases[0],
            ),
        ],
        random=random,
    )
]
