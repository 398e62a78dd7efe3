"""Both products lack the turn: with rows for neurons it is `x @ W1.T` and `a1 @ W2.T`. In a
square network the wrong product runs as well.

See: #a-layer-is-one-product
"""

import numpy as np

import nn


def forward(x, W1, b1, W2, b2):
    a1 = np.maximum(x @ W1 + b1, 0)
    return nn.softmax(a1 @ W2 + b2)


def with_einsum(x, W1, b1, W2, b2):  # which stretches a size of 1 where `@` fails
    a1 = np.maximum(np.einsum("ni,ih->nh", x, W1) + b1, 0)
    return nn.softmax(np.einsum("nh,hc->nc", a1, W2) + b2)


FORMS = [with_einsum]
