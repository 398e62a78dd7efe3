"""You return p / n; nothing says which class is true. Subtract 1 from the true class's
probability in each row.

See: #the-gradient-is-p-minus-y
"""

import nn


def gradient(z, y):
    return nn.softmax(z) / len(y)
