"""The numbers are right, but you have laid z out as one long list: give back the shape that came
in.

See: #a-sigmoid-that-no-z-breaks
"""

import numpy as np


def sigmoid(z):
    z = z.ravel()
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)
