import numpy as np


def softmax(z):
    top = z.max()
    total = 0
    for row in z:
        for v in row:
            total += np.exp(v - top)
    return np.array([[np.exp(v - top) / total for v in row] for row in z])
