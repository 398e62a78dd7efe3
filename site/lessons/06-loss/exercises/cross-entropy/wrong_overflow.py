"""Your formula is right on paper, but `exp` of a logit near 1000 is too large for a float, and
near -1000 the whole sum is 0. Take each row's largest logit off first, and add it again after the
logarithm.

See: #breaking-it-and-the-cure
"""

import numpy as np


def cross_entropy(z, y):
    log_sum = np.log(np.exp(z).sum(axis=1))
    return (log_sum - z[np.arange(len(y)), y]).mean()
