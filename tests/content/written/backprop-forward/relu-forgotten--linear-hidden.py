import numpy as np


def affine(v, weights, bias):
    return np.inner(v, weights) + bias


def forward(x, W1, b1, W2, b2):
    z1 = affine(x, W1, b1)
    a1 = z1.copy()
    z2 = affine(a1, W2, b2)
    p = np.array([np.exp(r) / np.sum(np.exp(r)) for r in z2])
    return z1, a1, z2, p
