"""You multiply the slopes of the sigmoids only. On its way through a layer the signal also meets
the weight: each factor is w times da/dz.

See: #slopes-multiply
"""

import nn


def chain_slope(x, weights):
    product = 1.0
    for w in weights:
        x = nn.sigmoid(w * x)
        product *= x * (1 - x)
    return product
