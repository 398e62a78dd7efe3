"""Your softmax divides by sums of the shape (n,), which NumPy lays along the columns: it fails,
or in a square batch divides by another row's sum. With `keepdims=True` they are (n, 1).

See: #with-shapes
"""

import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1)
    return z1, a1, z2, p


def in_the_maximum_too(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1))
    return z1, a1, z2, e / e.sum(axis=1)


FORMS = [in_the_maximum_too]
