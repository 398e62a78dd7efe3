"""Your p says 1 for the likeliest class and 0 for the others. Backward needs the probabilities
themselves.

See: #with-shapes
"""

import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = (z2 == z2.max(axis=1, keepdims=True)) * 1.0
    return z1, a1, z2, p
