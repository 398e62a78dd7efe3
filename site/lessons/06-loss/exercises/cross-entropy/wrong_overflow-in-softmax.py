"""You take the plain softmax, and `exp` of a logit near 1000 is too large for a float, of one
near -1000 it is 0: what is left is nan. Work with log-sum-exp, with the row's largest logit taken
off.

See: #breaking-it-and-the-cure
"""

import math

import numpy as np


def cross_entropy(z, y):
    e = np.exp(z)
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(y)), y]).mean()


def with_math(z, y):
    total = 0.0
    for row, true in zip(z, y, strict=True):
        e = [math.exp(v) for v in row]
        total -= math.log(e[true] / sum(e))
    return total / len(y)


FORMS = [with_math]
