"""Your `sigmoid_slope` is the right formula, but for a very negative z its exp(-z) is too large
for a float, and what comes out is no number. Compute it from a: a (1 - a).

See: #a-sigmoid-that-no-z-breaks
"""

import numpy as np


def relu_slope(z):
    return np.where(z > 0, 1.0, 0.0)


def sigmoid_slope(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2
