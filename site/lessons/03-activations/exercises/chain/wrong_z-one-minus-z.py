"""You compute the slope as z (1 - z). The formula is a (1 - a), with the output a of the sigmoid.

See: #the-slopes
"""

import nn


def chain_slope(x, weights):
    product = 1.0
    for w in weights:
        z = w * x
        product *= w * z * (1 - z)
        x = nn.sigmoid(z)
    return product
