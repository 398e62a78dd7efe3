import numpy as np

from course.exercises.exercise import Function


def shortfall(z, y):
    picked = np.take_along_axis(z, y[:, None], axis=1)[:, 0]
    return z.max(axis=1) - picked


def random(rng):
    n, k = rng.integers(2, 6), rng.integers(2, 5)
    if rng.random() < 0.3:
        n = k  # then rows and columns can be mixed up without an error
    z = np.stack([rng.permutation(12)[:k] for _ in range(n)]) / 2 - 2
    return z, rng.integers(0, k, n)


CHECKS = [
    Function(
        "shortfall",
        expected=shortfall,
        fixed=[
            (np.array([[1.0, 4.0], [3.0, 1.0]]), np.array([0, 0])),
            (np.array([[1.0, 3.0], [-4.0, -2.0], [9.0, 4.0], [-3.0, 5.0]]), np.array([1, 0, 0, 1])),
            (np.array([[2.0, 0.0, 1.0], [0.5, 4.0, 1.0], [1.0, 2.0, 6.0]]), np.array([1, 2, 0])),
        ],
        random=random,
    )
]
