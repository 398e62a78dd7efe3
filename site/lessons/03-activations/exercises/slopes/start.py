import numpy as np

import nn


def relu_slope(z):
    """Return da/dz of ReLU: its slope at every number in z.

    z any shape -> the same shape
    """
    return np.zeros_like(z)


def sigmoid_slope(z):
    """Return da/dz of the sigmoid: its slope at every number in z.

    z (not a!) of any shape -> the same shape; `nn.sigmoid(z)` gives you a
    """
    return np.zeros_like(nn.sigmoid(z))
