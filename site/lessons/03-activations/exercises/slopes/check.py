import numpy as np

import nn
from course.exercises.exercise import Function


def slope_one_at_zero(z):
    return 1 - nn.relu_slope(-z)


def slope_half_at_zero(z):
    return (nn.relu_slope(z) + slope_one_at_zero(z)) / 2


def given(*numbers):
    return (np.array(numbers, dtype=float),)


def random(rng):
    z = rng.normal(size=rng.integers(1, 4, rng.integers(1, 4))) * 2
    z[rng.random(z.shape) < 0.1] = 0
    return (z,)


CHECKS = [
    Function(
        "relu_slope",
        expected=nn.relu_slope,
        also_right=[slope_one_at_zero, slope_half_at_zero],  # 0 by convention: see the text
        fixed=[given(2.0), given(-3.0), given(0.0), given([1.9, 1.7], [-2.0, 0.5])],
        random=random,
    ),
    Function(
        "sigmoid_slope",
        expected=nn.sigmoid_slope,
        fixed=[given(0.0), given(2.0), given(-1.0), given(-1000.0, 3.0, 1000.0)],
        random=random,
    ),
]
