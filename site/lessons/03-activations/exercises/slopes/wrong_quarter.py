"""Your `sigmoid_slope` is a quarter everywhere. That is its largest value, reached at z = 0 only.

See: #the-slopes
"""

import numpy as np


def relu_slope(z):
    return np.where(z > 0, 1.0, 0.0)


def sigmoid_slope(z):
    return np.full_like(z, 0.25)
