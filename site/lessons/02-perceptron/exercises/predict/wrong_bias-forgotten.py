"""Your neuron leaves its bias out: it decides on `x @ w`, and z is `x @ w + b`.

See: #one-neuron
"""

import numpy as np


def predict(x, w, b):
    return np.where(x @ w >= 0, 1, 0)
