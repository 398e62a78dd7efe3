"""You take the sigmoid of each class alone. The probabilities here come from softmax, which
compares the classes of a row.

See: #from-two-classes-to-ten
"""

import nn


def gradient(z, y):
    return (nn.sigmoid(z) - nn.one_hot(y, z.shape[1])) / len(y)
