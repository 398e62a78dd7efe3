"""You change W2 before da1 is taken from it, so the first layer's gradient belongs to other
weights than the pass that was made. First all gradients, then all updates.

See: #the-update
"""

from functools import partial

import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


def with_a_learning_rate(x, y, W1, b1, W2, b2, rate):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dz1 = dz2 @ (W2 - rate * dz2.T @ a1) * (z1 > 0)
    return dz1.T @ x, dz1.sum(axis=0), dz2.T @ a1, dz2.sum(axis=0)


def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    W2 = W2 - dW2
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


FORMS = [partial(with_a_learning_rate, rate=rate) for rate in (0.001, 0.01, 0.05, 0.1, 0.5)]
