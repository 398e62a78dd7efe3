"""You return the exponentials. They are positive, but they do not add up to 1: divide each row by
its sum.

See: #from-two-classes-to-ten
"""

import numpy as np


def softmax(z):
    return np.exp(z - z.max(axis=1, keepdims=True))
