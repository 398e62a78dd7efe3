import numpy as np

import nn


def relu_slope(z):
    """Return da/dz of ReLU: its slope at every number in z.

    z: any shape; returns the same shape
    """
    return np.zeros_like(z)  # zeros, one for each number; replace this line


def sigmoid_slope(z):
    """Return da/dz of the sigmoid: its slope at every number in z.

    z (not a!): any shape; returns the same shape. `nn.sigmoid(z)` gives you a
    """
    a = nn.sigmoid(z)
    return np.zeros_like(a)  # and this one
