import numpy as np

import nn
from course.exercises.exercise import Function

traced = nn.traced_network()


def given(rows, *y):
    return np.array(rows, dtype=float), np.array(y)


def random(rng):
    n, classes = rng.integers(1, 5), rng.integers(2, 6)
    return rng.normal(size=(n, classes)) * 2, rng.integers(0, classes, n)


(x, y), (off, off_y) = nn.traced_example(), nn.traced_example_off()
CHECKS = [
    Function(
        "gradient",
        expected=nn.cross_entropy_gradient,
        fixed=[
            (traced.forward(x).logits, y),
            (traced.forward(np.vstack([x, off])).logits, np.concatenate([y, off_y])),
            given([[0, 0, 0, 0]], 2),
            given([[2, 1, 3], [0.5, 2, -1]], 0, 2),
            given([[1000, 1001, 998], [0, 1, 0]], 0, 1),
        ],
        random=random,
    )
]
