"""You treat the whole batch as one row: one maximum and one sum for all. Each row is an image of
its own: `axis=1, keepdims=True` for both.

See: #from-two-classes-to-ten
"""

import numpy as np


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()
