"""Your `sigmoid_slope` is negative, yet the sigmoid rises everywhere: a (1 - a), not a (a - 1).

See: #the-slopes
"""

import numpy as np

import nn


def relu_slope(z):
    return np.where(z > 0, 1.0, 0.0)


def sigmoid_slope(z):
    a = nn.sigmoid(z)
    return a * (a - 1)
