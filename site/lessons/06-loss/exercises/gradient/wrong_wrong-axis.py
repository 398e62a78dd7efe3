"""Your softmax runs down the columns. The classes of one image lie along its row: the last axis.

See: #from-two-classes-to-ten
"""

import nn


def gradient(z, y):
    return (nn.softmax(z.T).T - nn.one_hot(y, z.shape[1])) / len(y)
