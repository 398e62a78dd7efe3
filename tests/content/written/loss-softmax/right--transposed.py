import numpy as np


def softmax(z):
    t = np.array(z, dtype=float).T
    t -= t.max(axis=0)
    np.exp(t, out=t)
    t /= t.sum(axis=0)
    return t.T
