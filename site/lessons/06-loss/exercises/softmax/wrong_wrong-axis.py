"""Your columns add up to 1, and not your rows. One image is one row, and its classes lie along
the last axis: `axis=1`.

See: #from-two-classes-to-ten
"""

import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)
