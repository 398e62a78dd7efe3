"""You return one loss for each row. The exercise asks for one number: their mean.

See: #mean-or-sum
"""

import numpy as np


def cross_entropy(z, y):
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y]
