"""You return the log-sum-exp alone. The true class has no part in it: subtract its logit.

See: #the-gradient-is-p-minus-y
"""

import numpy as np


def cross_entropy(z, y):
    m = z.max(axis=1)
    return (m + np.log(np.exp(z - m[:, None]).sum(axis=1))).mean()
