import numpy as np


def sigmoid(z):
    """Return 1 / (1 + e^-z) for every number in z, whatever its size.

    z: any shape; returns a, with the same shape, each from 0 to 1
    """
    return np.zeros_like(z)  # zeros, one for each number; replace this line
