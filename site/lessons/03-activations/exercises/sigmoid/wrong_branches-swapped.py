"""Your two cases have changed places: for z >= 0 the upper part is 1, for z < 0 it is e^z. Yours
falls where the sigmoid rises.

See: #a-sigmoid-that-no-z-breaks
"""

import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, e, 1) / (1 + e)
