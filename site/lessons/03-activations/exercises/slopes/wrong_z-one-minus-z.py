"""Your `sigmoid_slope` computes z (1 - z). The formula is a (1 - a), with the output a and not
the pre-activation z.

See: #the-slopes
"""

import numpy as np


def relu_slope(z):
    return np.where(z > 0, 1.0, 0.0)


def sigmoid_slope(z):
    return z * (1 - z)
