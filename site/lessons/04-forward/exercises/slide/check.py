import numpy as np

import nn
from course.exercises.exercise import Function


def slide(image, w, b):
    return nn.conv2d(image[None, None], w[None, None], np.array([b]))[0, 0]


def random(rng):
    # Often all sides are equal: then nothing but the numbers tells rows from columns.
    tall, wide = [rng.integers(2, 4)] * 2 if rng.random() < 0.6 else rng.integers(1, 4, 2)
    more = [rng.integers(1, 4)] * 2 if rng.random() < 0.6 else rng.integers(0, 4, 2)
    image = rng.integers(0, 6, (tall + more[0], wide + more[1])) / 2
    return image, rng.integers(-3, 4, (tall, wide)) / 1.0, float(rng.choice([-1.5, -1, 0.5, 2]))


EDGE = np.array([[-1.0, -1.0, -1.0], [0.0, 0.0, 0.0], [1.0, 1.0, 1.0]])

CHECKS = [
    Function(
        "slide",
        expected=slide,
        fixed=[
            (np.array([[1.0, 2.0], [3.0, 5.0]]), np.array([[1.0, 0.0], [2.0, -1.0]]), 0.5),
            (
                np.array([[0.0, 1.0, 2.0], [3.0, 1.0, 0.0], [2.0, 4.0, 1.0]]),
                np.array([[1.0, -1.0], [3.0, 2.0]]),
                -1.0,
            ),
            (
                np.array([[0.0, 0.0, 0.5, 0.0], [0.5, 1.0, 1.0, 0.5], [1.0, 1.0, 0.5, 1.0]]),
                EDGE,
                -1.0,
            ),
            (np.array([[1.0, 3.0, 0.0, 2.0], [2.0, 0.0, 1.0, 4.0]]), np.array([[2.0, -1.0]]), 0.5),
            (
                np.arange(20.0).reshape(4, 5) % 7,
                np.array([[1.0, -2.0, 1.0], [0.0, 3.0, -1.0]]),
                2.0,
            ),
        ],
        random=random,
    )
]
