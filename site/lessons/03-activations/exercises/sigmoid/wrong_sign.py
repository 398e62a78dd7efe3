"""The sign of the exponent is turned round: you compute 1 / (1 + e^z), which falls where the
sigmoid rises.

See: #relu-and-sigmoid
"""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(z))
