"""You multiply the weights only, as if the layers were linear. Each factor is w times the slope
da/dz of the sigmoid.

See: #slopes-multiply
"""

import nn


def chain_slope(x, weights):
    product = 1.0
    for w in weights:
        x = nn.sigmoid(w * x)
        product *= w
    return product
