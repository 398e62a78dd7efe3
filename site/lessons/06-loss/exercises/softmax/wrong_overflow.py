"""Your formula is right on paper, but `exp` of a logit near 1000 is too large for a float, and of
one near -1000 it is 0: you end with inf / inf or 0 / 0, and both are nan. Take the row's largest
logit off first.

See: #breaking-it-and-the-cure
"""

import numpy as np


def softmax(z):
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)
