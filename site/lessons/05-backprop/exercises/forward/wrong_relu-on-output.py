"""You bend z2 with a ReLU. The last layer has no activation: softmax takes its sums as they are.

See: #with-shapes
"""

import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    z2 = np.maximum(z2, 0)
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


def for_softmax_alone(x, W1, b1, W2, b2):
    z1, a1, _, p = forward(x, W1, b1, W2, b2)
    return z1, a1, a1 @ W2.T + b2, p


def in_place_of_softmax(*arguments):
    z1, a1, z2, _ = for_softmax_alone(*arguments)
    return z1, a1, z2, np.maximum(z2, 0)


FORMS = [for_softmax_alone, in_place_of_softmax]
