"""Your `sigmoid_slope` squashes twice: it takes the sigmoid of a. With `a = nn.sigmoid(z)` the
slope is a (1 - a), and no second sigmoid is needed.

See: #the-slopes
"""

import numpy as np

import nn


def relu_slope(z):
    return np.where(z > 0, 1.0, 0.0)


def sigmoid_slope(z):
    a = nn.sigmoid(nn.sigmoid(z))
    return a * (1 - a)
