import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = z1
    a1[a1 < 0] = 0
    z2 = a1 @ W2.T + b2
    exp = np.exp(z2)
    p = exp / exp.sum(axis=1, keepdims=True)
    return z1, a1, z2, p
