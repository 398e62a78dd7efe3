"""Your W is right, but b is all zeros: the two biases together are `W2 @ b1 + b2`.

See: #two-linear-layers-are-one
"""

import numpy as np


def collapse(W1, b1, W2, b2):
    return W2 @ W1, np.zeros(len(W2))
