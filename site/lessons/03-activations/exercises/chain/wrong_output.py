"""You return what comes out at the end of the chain. Asked is how fast that moves when x moves:
the product of the factors.

See: #slopes-multiply
"""

import nn


def chain_slope(x, weights):
    for w in weights:
        x = nn.sigmoid(w * x)
    return x
