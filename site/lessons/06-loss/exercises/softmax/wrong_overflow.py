"""Your formula is right on paper, but `exp` of a logit near 1000 is too large for a float, and of
one near -1000 it is 0: you end with inf / inf or 0 / 0, and both are nan. Take the row's largest
logit off first.

See: #breaking-it-and-the-cure
"""

import math

import numpy as np


def softmax(z):
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


def with_math(z):
    e = np.array([[math.exp(v) for v in row] for row in z])
    return e / e.sum(axis=1, keepdims=True)


def with_loops(z):
    e = [[math.exp(v) for v in row] for row in z]
    return [[v / sum(row) for v in row] for row in e]


def with_a_loop_over_rows(z):
    return [with_loops([row])[0] for row in z]


FORMS = [with_math, with_loops, with_a_loop_over_rows]
