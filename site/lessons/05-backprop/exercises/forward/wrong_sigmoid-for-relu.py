"""Your hidden layer bends with the sigmoid. This network's hidden layer is ReLU, max(0, z).

See: #with-shapes
"""

import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = 1 / (1 + np.exp(-z1))
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p
