import numpy as np


def softmax(v):
    e = np.exp(v - np.max(v))
    return e / np.sum(e, axis=0)


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    return z1, a1, z2, softmax(z2)
