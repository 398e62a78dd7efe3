"""Your `relu_slope` switches at z = 1. ReLU bends at 0: every positive z, also 0.3, has slope 1.

See: #the-slopes
"""

import numpy as np

import nn


def relu_slope(z):
    return np.where(z > 1, 1.0, 0.0)


def sigmoid_slope(z):
    a = nn.sigmoid(z)
    return a * (1 - a)
