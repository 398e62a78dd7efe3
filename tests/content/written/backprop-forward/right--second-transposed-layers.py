import numpy as np


def layer(v, W, b):
    return np.transpose(W.dot(v.transpose()) + b.reshape(-1, 1))


def forward(x, W1, b1, W2, b2):
    z1 = layer(x, W1, b1)
    a1 = np.fmax(z1, 0)
    z2 = layer(a1, W2, b2)
    p = np.exp(z2 - np.logaddexp.reduce(z2, axis=1, keepdims=True))
    return z1, a1, z2, p
