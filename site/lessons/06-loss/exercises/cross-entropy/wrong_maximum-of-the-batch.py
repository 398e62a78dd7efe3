"""You take off the largest logit of the whole batch. A row that lies far below it then has only
zeros, and their logarithm is minus infinity. Each row needs its own maximum.

See: #breaking-it-and-the-cure
"""

import numpy as np


def cross_entropy(z, y):
    m = z.max()
    log_sum = m + np.log(np.exp(z - m).sum(axis=1))
    return (log_sum - z[np.arange(len(y)), y]).mean()


def by_probabilities(z, y):
    e = np.exp(z - z.max())
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(y)), y]).mean()


FORMS = [by_probabilities]
