"""You write the results into z itself. Whoever called you still needs z: work on a new array.

See: #a-sigmoid-that-no-z-breaks
"""

import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    z[...] = np.where(z >= 0, 1, e) / (1 + e)
    return z
