import numpy as np


def sigmoid(z):
    """Return 1 / (1 + e^-z) for every number in z, whatever its size.

    z: any shape; returns a, with the same shape, each from 0 to 1
    """
    e = np.exp(-np.abs(z))  # the exponent is never above 0, so e is never above 1
    return np.where(z >= 0, 1, e) / (1 + e)
