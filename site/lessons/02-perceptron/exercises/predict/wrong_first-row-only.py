"""You answer for the first row only; every row of x is an example of its own.

See: #one-neuron
"""

import numpy as np


def predict(x, w, b):
    return np.where(x[:1] @ w + b >= 0, 1, 0)
