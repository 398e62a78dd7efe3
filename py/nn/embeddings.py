"""Lists of learned numbers that stand for something, one per row, and how alike they are."""

import numpy as np

from nn.arrays import Array, matmul


def cosine_similarity(u: Array, v: Array) -> Array:
    """Return the cosine of the angle between each row of u (n, k) and each of v (m, k), as (n, m).

    1 for the same direction, 0 for a right angle, -1 for opposite directions; lengths don't count.
    Raises ValueError when u and v don't fit, or when a row is all 0 and has no direction.
    """
    lengths = [np.linalg.norm(rows, axis=-1, keepdims=True) for rows in (u, v)]
    if not all(length.all() for length in lengths):
        raise ValueError("cosine_similarity: a row of zeros has no direction")
    return matmul(u / lengths[0], (v / lengths[1]).T)
