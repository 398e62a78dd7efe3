"""You return 1 - p of the true class, without a logarithm. It can never cost more than 1, and for
a surely wrong network it is flat.

See: #what-the-true-class-costs
"""

import numpy as np

import nn


def cross_entropy(z, y):
    return 1 - nn.softmax(z)[np.arange(len(y)), y].mean()
