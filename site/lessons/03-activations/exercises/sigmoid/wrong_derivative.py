"""You return the slope of the sigmoid, a (1 - a), and not its value a.

See: #the-slopes
"""

import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2
