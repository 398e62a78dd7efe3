"""You take the logarithm to the base 10. Loss functions use the natural logarithm, `np.log`.

See: #what-the-true-class-costs
"""

import numpy as np


def cross_entropy(z, y):
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y].mean() / np.log(10)
