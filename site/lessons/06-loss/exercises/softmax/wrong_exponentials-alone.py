"""You return the exponentials. They are positive, but they do not add up to 1: divide each row by
its sum. And take the row's largest logit off first, or they overflow.

See: #from-two-classes-to-ten
"""

import numpy as np


def softmax(z):
    return np.exp(z)
