"""Your softmax sums over the batch, so each **column** adds up to 1. Every example has
probabilities of its own: sum over axis 1.

See: #with-shapes
"""

import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=0, keepdims=True))
    p = e / e.sum(axis=0, keepdims=True)
    return z1, a1, z2, p
