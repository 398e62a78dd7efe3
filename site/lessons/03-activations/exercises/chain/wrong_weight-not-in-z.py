"""You forget the weight in the forward step: z is w times what comes in. In the product you have
it.

See: #slopes-multiply
"""

import nn


def chain_slope(x, weights):
    product = 1.0
    for w in weights:
        x = nn.sigmoid(x)
        product *= w * x * (1 - x)
    return product
