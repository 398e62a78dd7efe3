import numpy as np


def softmax(z):
    t = z.T
    e = np.exp(t - t.max(axis=1, keepdims=True))
    return (e / e.sum(axis=1, keepdims=True)).T
