import numpy as np


def one(row):
    e = np.exp(row - row.max())
    return e / e.sum()


def softmax(z):
    return np.apply_along_axis(one, 1, z)
