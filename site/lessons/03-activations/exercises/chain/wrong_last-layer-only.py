"""You return the last layer's factor alone. Every layer between x and the end has its share:
multiply them all.

See: #slopes-multiply
"""

import nn


def chain_slope(x, weights):
    for w in weights:
        x = nn.sigmoid(w * x)
        factor = w * x * (1 - x)
    return factor
