"""Two things at once: you return one loss for each row, where their mean is asked for, and where
softmax gives exactly 0 you take the logarithm of 0. Begin with the mean.

See: #mean-or-sum
"""

import numpy as np

import nn


def cross_entropy(z, y):
    p = nn.softmax(z)
    return -np.log(p[np.arange(len(y)), y])
