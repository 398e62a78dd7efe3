import numpy as np


def softmax(z):
    for row in z:
        e = np.exp(row - row.max())
        return e / e.sum()
