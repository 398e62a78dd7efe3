"""Your loss is negative: the minus of -ln p is missing. A logarithm of a probability is 0 or
below, a loss is 0 or above.

See: #what-the-true-class-costs
"""

import numpy as np


def cross_entropy(z, y):
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return log_p[np.arange(len(y)), y].mean()
