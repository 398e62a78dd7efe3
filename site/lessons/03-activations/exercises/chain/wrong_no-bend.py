"""You carry z on to the next layer where a = sigmoid(z) belongs: the slopes are then taken at the
wrong places.

See: #slopes-multiply
"""

import nn


def chain_slope(x, weights):
    product = 1.0
    for w in weights:
        x = w * x
        product *= w * nn.sigmoid_slope(x)
    return product
