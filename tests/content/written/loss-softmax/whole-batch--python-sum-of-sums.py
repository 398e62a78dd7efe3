import numpy as np


def softmax(z):
    e = np.zeros_like(z, dtype=float)
    for i, row in enumerate(z):
        e[i] = np.exp(row - row.max())
    total = sum(sum(row) for row in e)
    return e / total
