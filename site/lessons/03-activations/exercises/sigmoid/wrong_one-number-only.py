"""`if z >= 0` works for one number only; z is an array, and some of its numbers may be positive
while others are not. Choose number by number with `np.where`.

See: #a-sigmoid-that-no-z-breaks
"""

import numpy as np


def sigmoid(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))
