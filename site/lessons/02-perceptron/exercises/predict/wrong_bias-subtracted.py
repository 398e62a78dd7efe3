"""Your neuron takes its bias away; z is `x @ w` **plus** b.

See: #one-neuron
"""

import numpy as np


def predict(x, w, b):
    return np.where(x @ w - b >= 0, 1, 0)
