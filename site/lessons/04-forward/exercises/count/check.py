import numpy as np

import nn
from course.exercises.exercise import Function


def count(sizes):
    network = nn.MLP.random(sizes, np.random.default_rng(0))
    return sum(parameter.size for parameter in network.parameters)


def random(rng):
    return (rng.integers(1, 12, rng.integers(2, 6)).tolist(),)


CHECKS = [
    Function(
        "count",
        expected=count,
        fixed=[([1, 1],), ([2, 1],), ([2, 2, 2],), ([3, 5, 2],), ([784, 16, 10],)],
        random=random,
    )
]
