"""Two things at once: your logarithm has the base 2, where losses use the natural one, and where
softmax gives exactly 0 it is minus infinity. Begin with `np.log`.

See: #what-the-true-class-costs
"""

import numpy as np

import nn


def cross_entropy(z, y):
    p = nn.softmax(z)
    return -np.log2(p[np.arange(len(y)), y]).mean()
