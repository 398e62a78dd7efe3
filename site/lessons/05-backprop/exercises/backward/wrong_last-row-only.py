"""Your gradients are those of the last row alone: each row overwrites what the one before it
gave. Start from zeros, and add each row's part with `+=`.

See: #the-batch
"""

import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


def not_divided(x, *others):
    return [len(x) * gradient for gradient in backward(x, *others)]


def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = ((p - y) / len(x))[-1:]
    dW2 = dz2.T @ a1[-1:]
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1[-1:] > 0)
    dW1 = dz1.T @ x[-1:]
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


FORMS = [not_divided]
