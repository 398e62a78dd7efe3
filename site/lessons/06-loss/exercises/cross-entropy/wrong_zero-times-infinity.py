"""Your sum runs over all classes, with 0 times the logarithm of p for those that are not true.
Where such a p is exactly 0, that is 0 times minus infinity, which is nan. Stay in logarithms:
log-sum-exp minus the true logit.

See: #breaking-it-and-the-cure
"""

import numpy as np

import nn


def cross_entropy(z, y):
    return -(nn.one_hot(y, z.shape[1]) * np.log(nn.softmax(z))).sum(axis=1).mean()
