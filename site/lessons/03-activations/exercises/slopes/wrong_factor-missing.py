"""Your `sigmoid_slope` is 1 - a: the factor a is missing. The slope is a (1 - a), small at both
ends.

See: #the-slopes
"""

import numpy as np

import nn


def relu_slope(z):
    return np.where(z > 0, 1.0, 0.0)


def sigmoid_slope(z):
    return 1 - nn.sigmoid(z)
