"""You treat negative z like positive ones: 1 / (1 + e^-|z|) never comes below a half. Where z is
negative, the upper part is e^-|z| instead of 1.

See: #a-sigmoid-that-no-z-breaks
"""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-np.abs(z)))
