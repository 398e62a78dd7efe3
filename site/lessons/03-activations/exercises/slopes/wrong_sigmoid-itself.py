"""Your `sigmoid_slope` returns the sigmoid's value a. Its slope is a (1 - a): largest in the
middle, near 0 at both ends.

See: #the-slopes
"""

import numpy as np

import nn


def relu_slope(z):
    return np.where(z > 0, 1.0, 0.0)


def sigmoid_slope(z):
    return nn.sigmoid(z)
