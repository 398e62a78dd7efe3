"""You divide by the number of classes. The mean is taken over the rows: divide by n, `len(y)`.

See: #mean-or-sum
"""

import nn


def gradient(z, y):
    return (nn.softmax(z) - nn.one_hot(y, z.shape[1])) / z.shape[1]
