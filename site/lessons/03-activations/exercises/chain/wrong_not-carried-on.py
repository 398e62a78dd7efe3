"""Every layer of yours gets x itself. A layer gets what the one before it gave: carry a on.

See: #slopes-multiply
"""

import nn


def chain_slope(x, weights):
    product = 1.0
    for w in weights:
        a = nn.sigmoid(w * x)
        product *= w * a * (1 - a)
    return product
