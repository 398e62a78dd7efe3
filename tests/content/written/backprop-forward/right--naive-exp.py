import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = np.dot(x, W1.T) + b1
    a1 = z1 * (z1 > 0)
    z2 = np.dot(a1, W2.T) + b2
    p = np.exp(z2) / np.exp(z2).sum(axis=1).reshape(-1, 1)
    return z1, a1, z2, p
