import numpy as np

import nn
from course.exercises.exercise import Function

(W1, _), (b1, _) = nn.traced_network().weights, nn.traced_network().biases
x, _ = nn.traced_example()
off, _ = nn.traced_example_off()


def random(rng):
    # Now and then all sizes are the same: then nothing but the numbers tells a wrong order.
    n, features, out = rng.integers(1, 5, 3) if rng.random() < 0.7 else [rng.integers(2, 4)] * 3
    shapes = [(n, features), (out, features), (out,)]
    return tuple(rng.integers(-6, 7, shape) / 2 for shape in shapes)


CHECKS = [
    Function(
        "layer",
        expected=nn.linear,
        fixed=[
            (np.array([[2.0]]), np.array([[3.0]]), np.array([1.0])),
            (x, W1, b1),
            (np.vstack([x, off]), W1, b1),
            (np.array([[1.0, 2.0, -1.0]]), np.array([[0.5, -1.0, 2.0]]), np.array([-0.5])),
            (np.array([[1.0], [2.0], [4.0]]), np.array([[1.0], [-3.0]]), np.array([0.5, 2.0])),
        ],
        random=random,
    )
]
