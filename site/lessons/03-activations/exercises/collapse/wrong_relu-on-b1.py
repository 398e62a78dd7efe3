"""You bend b1 with a ReLU before W2 gets it. These two layers have no activation: `W2 @ b1 + b2`.

See: #two-linear-layers-are-one
"""

import numpy as np


def collapse(W1, b1, W2, b2):
    return W2 @ W1, W2 @ np.maximum(b1, 0) + b2
