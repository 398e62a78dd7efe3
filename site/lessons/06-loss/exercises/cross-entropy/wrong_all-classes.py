"""You add up -ln p of all classes. Only the true class counts: the others are multiplied by 0 in
the one-hot row.

See: #what-the-true-class-costs
"""

import numpy as np


def cross_entropy(z, y):
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p.sum(axis=1).mean()
