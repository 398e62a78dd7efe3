import numpy as np


def softmax(z):
    m = np.array([max(row) for row in z])
    e = np.exp(z - m.reshape(-1, 1))
    return e / e.sum(0)
