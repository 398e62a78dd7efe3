import numpy as np

import nn
from course.exercises.exercise import Function

traced = nn.traced_network()


def layers(rng, sizes):
    fan_in, hidden, out = sizes
    shapes = [(hidden, fan_in), (hidden,), (out, hidden), (out,)]
    return tuple(rng.integers(-6, 7, shape) / 2 for shape in shapes)


def random(rng):
    # Now and then all sizes are the same: then nothing but the numbers tells a wrong order.
    size = rng.integers(2, 4)
    return layers(rng, (size, size, size) if rng.random() < 0.3 else rng.integers(1, 5, 3))


CHECKS = [
    Function(
        "collapse",
        expected=nn.collapse,
        fixed=[
            (np.array([[2.0]]), np.array([1.0]), np.array([[3.0]]), np.array([-1.0])),
            (traced.weights[0], traced.biases[0], traced.weights[1], traced.biases[1]),
            layers(np.random.default_rng(1), (3, 2, 1)),
        ],
        random=random,
    )
]
