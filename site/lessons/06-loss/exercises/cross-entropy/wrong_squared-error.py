"""You return the squared error of the probabilities. Cross-entropy is -ln of the true class's
probability.

See: #why-not-squared-error
"""

import nn


def cross_entropy(z, y):
    return ((nn.softmax(z) - nn.one_hot(y, z.shape[1])) ** 2).sum(axis=1).mean()
