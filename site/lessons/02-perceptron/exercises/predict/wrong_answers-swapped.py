"""Your two answers are swapped: 1 belongs to z >= 0.

See: #one-neuron
"""

import numpy as np


def predict(x, w, b):
    return np.where(x @ w + b >= 0, 0, 1)
