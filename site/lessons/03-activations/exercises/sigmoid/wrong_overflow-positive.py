"""You use e^z / (1 + e^z) for every z. That is safe where z is negative, but for a large positive
z both parts are too large for a float, and inf / inf is no number.

See: #a-sigmoid-that-no-z-breaks
"""

import numpy as np


def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))
