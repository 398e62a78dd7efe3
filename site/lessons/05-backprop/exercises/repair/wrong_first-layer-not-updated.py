"""The first layer comes back as it was: W1 and b1 have gradients too.

See: #the-update
"""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def step(x, y, W1, b1, W2, b2, learning_rate):
    z1 = x @ W1.T + b1
    a1 = sigmoid(z1)
    p = softmax(a1 @ W2.T + b2)
    dz2 = (p - y) / len(x)
    dz1 = dz2 @ W2 * a1 * (1 - a1)
    W2 = W2 - learning_rate * dz2.T @ a1
    b2 = b2 - learning_rate * dz2.sum(axis=0)
    return W1, b1, W2, b2
