import numpy as np

from course.exercises.exercise import Function


def prepare(images):
    return np.stack([image.ravel() for image in images]) / 255


def random(rng):
    n, height, width = rng.integers(2, 5, 3)
    if rng.random() < 0.3:
        n = height = width
    return (rng.integers(0, 250, (n, height, width)).astype(np.uint8),)


CHECKS = [
    Function(
        "prepare",
        expected=prepare,
        fixed=[
            (np.array([[[0, 51]], [[102, 153]]], dtype=np.uint8),),
            (np.array([[[0, 51], [102, 204]]], dtype=np.uint8),),
            (np.arange(0, 240, 10, dtype=np.uint8).reshape(2, 4, 3),),
        ],
        random=random,
    )
]
