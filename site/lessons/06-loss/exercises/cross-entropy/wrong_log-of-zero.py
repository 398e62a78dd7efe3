"""Your softmax is safe, but where it gives the true class a probability of exactly 0, the
logarithm of that is minus infinity, and the loss inf. Stay in logarithms: log-sum-exp minus the
true logit.

See: #breaking-it-and-the-cure
"""

import numpy as np

import nn


def cross_entropy(z, y):
    p = nn.softmax(z)
    return -np.log(p[np.arange(len(y)), y]).mean()
