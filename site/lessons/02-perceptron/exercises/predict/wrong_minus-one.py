"""You answer -1 where this lesson answers 0.

See: #one-neuron
"""

import numpy as np


def predict(x, w, b):
    return np.where(x @ w + b >= 0, 1, -1)
