"""You return minus the true logit. A logit means nothing alone: the log-sum-exp of its row is
missing.

See: #what-the-true-class-costs
"""

import numpy as np


def cross_entropy(z, y):
    return -z[np.arange(len(y)), y].mean()
