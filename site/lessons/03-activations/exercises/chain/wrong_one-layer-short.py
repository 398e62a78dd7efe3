"""Your product lacks a layer: with n weights there are n factors, the last layer's too.

See: #slopes-multiply
"""

import nn


def chain_slope(x, weights):
    product = 1.0
    for w in weights[:-1]:
        x = nn.sigmoid(w * x)
        product *= w * x * (1 - x)
    return product
