import numpy as np

import nn
from course.exercises.exercise import Function


def update(w, b, x, y, learning_rate):
    return nn.perceptron_step(w, b, x, y, learning_rate)[:2]


def random(rng):
    # Halves and quarters add up without rounding, so that z = 0 is 0 in whatever order.
    features = rng.integers(1, 5)
    w, x = rng.integers(-4, 5, features) / 2, rng.integers(-4, 5, features) / 2
    b, y = float(rng.integers(-4, 5) / 2), int(rng.integers(2))
    return w, b, x, y, float(rng.choice([0.25, 0.5, 2.0]))


CHECKS = [
    Function(
        "update",
        expected=update,
        fixed=[
            (np.array([1.0]), 0.5, np.array([2.0]), 0, 0.5),
            (np.array([1.0]), 0.5, np.array([-2.0]), 1, 0.5),
            (np.array([1.0]), 0.5, np.array([2.0]), 1, 0.5),
            (np.array([1.0]), -2.0, np.array([2.0]), 0, 0.5),
            (np.array([1.0]), -2.0, np.array([2.0]), 1, 0.5),
            (nn.traced_network().weights[0][1], -0.6, nn.traced_example_off()[0][0], 0, 0.1),
        ],
        random=random,
    )
]
