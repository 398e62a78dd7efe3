"""You add the factors up. Layers stand one behind the other, and by the chain rule their slopes
multiply.

See: #slopes-multiply
"""

import nn


def chain_slope(x, weights):
    total = 0.0
    for w in weights:
        x = nn.sigmoid(w * x)
        total += w * x * (1 - x)
    return total
