"""A maximum or sum of each row has the shape (n,), and NumPy lays that along the columns: it
fails, or in a square batch divides by another row's sum. With `keepdims=True` it is (n, 1).

See: #from-two-classes-to-ten
"""

import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1))
    return e / e.sum(axis=1)


def in_the_sum(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1)


def in_the_maximum(z):
    e = np.exp(z - z.max(axis=1))
    return e / e.sum(axis=1, keepdims=True)


def without_a_maximum(z):
    return np.exp(z) / np.exp(z).sum(axis=1)


def with_the_batchs_maximum(z):
    e = np.exp(z - z.max())
    return e / e.sum(axis=1)


FORMS = [in_the_sum, in_the_maximum, without_a_maximum, with_the_batchs_maximum]
