"""You take the largest logit off inside the exponential and do not add it again outside. Then
log-sum-exp is too small by just that much.

See: #breaking-it-and-the-cure
"""

import numpy as np


def cross_entropy(z, y):
    m = z.max(axis=1)
    log_sum = np.log(np.exp(z - m[:, None]).sum(axis=1))
    return (log_sum - z[np.arange(len(y)), y]).mean()
