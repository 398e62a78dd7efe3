"""You take the slope at a: `nn.sigmoid_slope` wants z. Or compute it from a, as a (1 - a).

See: #the-slopes
"""

import nn


def chain_slope(x, weights):
    product = 1.0
    for w in weights:
        x = nn.sigmoid(w * x)
        product *= w * nn.sigmoid_slope(x)
    return product
