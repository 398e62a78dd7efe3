import numpy as np


def softmax(z):
    m = z.max(axis=1, keepdims=True)
    e = np.exp(m - z)
    return e / e.sum(axis=1, keepdims=True)
