"""`[:, y]` takes the columns of all labels for every row, n times n numbers. Row i needs its own
label alone: `[np.arange(len(y)), y]`.

See: #what-the-true-class-costs
"""

import numpy as np


def cross_entropy(z, y):
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p[:, y].mean()
