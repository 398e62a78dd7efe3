import numpy as np


def softmax(z):
    shifted = (z.T - z.max(axis=1)).T
    return np.exp(shifted) / np.sum(np.exp(shifted), axis=1)
