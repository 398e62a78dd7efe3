import numpy as np


def cross_entropy(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p = np.clip(p, 1e-15, 1 - 1e-15)
    total = 0
    for i in range(len(y)):
        total -= np.log(p[i][y[i]])
    return total / len(y)
