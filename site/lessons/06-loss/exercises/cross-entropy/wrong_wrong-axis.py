"""You normalise down the columns. The classes of one image lie along its row: `axis=1`.

See: #from-two-classes-to-ten
"""

import numpy as np


def cross_entropy(z, y):
    m = z.max(axis=0)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=0))
    return -log_p[np.arange(len(y)), y].mean()
