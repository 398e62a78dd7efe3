"""Your formula is right on paper, but `exp` of a logit near 1000 is too large for a float, and
near -1000 the whole sum is 0. Take each row's largest logit off first, and add it again after the
logarithm.

See: #breaking-it-and-the-cure
"""

import math

import numpy as np


def cross_entropy(z, y):
    log_sum = np.log(np.exp(z).sum(axis=1))
    return (log_sum - z[np.arange(len(y)), y]).mean()


def with_math(z, y):
    losses = [math.log(sum(math.exp(v) for v in row)) - row[t] for row, t in zip(z, y, strict=True)]
    return sum(losses) / len(y)


FORMS = [with_math]
