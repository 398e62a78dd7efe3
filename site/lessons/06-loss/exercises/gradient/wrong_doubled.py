"""Your gradient is twice too large. The factor 2 belongs to the squared error; here it is p - y,
divided by n.

See: #why-not-squared-error
"""

import nn


def gradient(z, y):
    return 2 * (nn.softmax(z) - nn.one_hot(y, z.shape[1])) / len(y)
