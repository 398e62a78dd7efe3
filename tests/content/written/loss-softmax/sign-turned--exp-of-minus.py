import numpy as np


def softmax(z):
    low = np.min(z, axis=1, keepdims=True)
    e = np.exp(-(z - low))
    return e / e.sum(axis=1, keepdims=True)
