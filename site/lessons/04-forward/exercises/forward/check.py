import numpy as np

import nn
from course.exercises.exercise import Function

(W1, W2), (b1, b2) = nn.traced_network().weights, nn.traced_network().biases
x, _ = nn.traced_example()
off, _ = nn.traced_example_off()


def forward(x, W1, b1, W2, b2):
    return nn.MLP([W1, W2], [b1, b2]).probabilities(x)


def random(rng):
    # Now and then all sizes are the same: then nothing but the numbers tells a wrong order.
    n, *sizes = rng.integers(2, 5, 4) if rng.random() < 0.7 else [rng.integers(2, 4)] * 4
    features, hidden, classes = sizes
    shapes = [(n, features), (hidden, features), (hidden,), (classes, hidden), (classes,)]
    return tuple(rng.normal(size=shape).round(2) for shape in shapes)


CHECKS = [
    Function(
        "forward",
        expected=forward,
        fixed=[
            (x, W1, b1, W2, b2),
            (off, W1, b1, W2, b2),
            (np.vstack([x, off]), W1, b1, W2, b2),
            (np.array([[1.0]]), np.array([[2.0]]), np.array([1.0]), np.eye(2)[:, :1], np.ones(2)),
        ],
        random=random,
    )
]
