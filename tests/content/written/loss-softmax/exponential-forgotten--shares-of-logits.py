import numpy as np


def softmax(z):
    totals = np.sum(z, axis=1)
    return np.array([row / t for row, t in zip(z, totals)])
