"""The numbers are right, but they come in another order than z1, a1, z2, p.

See: #with-shapes
"""

from functools import partial
from itertools import permutations

import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, z2, a1, p


def in_order(order, *arguments):
    z1, z2, a1, p = forward(*arguments)
    return [(z1, a1, z2, p)[i] for i in order]


ORDERS = [order for order in permutations(range(4)) if order != (0, 1, 2, 3)]
FORMS = [partial(in_order, order) for order in ORDERS]
