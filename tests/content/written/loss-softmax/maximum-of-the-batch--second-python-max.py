import numpy as np


def softmax(z):
    biggest = max(max(row) for row in z)
    p = []
    for row in z:
        e = np.exp(row - biggest)
        p.append(e / e.sum())
    return np.array(p)
