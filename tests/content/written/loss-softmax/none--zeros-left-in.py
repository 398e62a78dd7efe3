import numpy as np


def softmax(z):
    p = np.zeros_like(z)
    for i in range(len(z)):
        e = np.exp(z[i] - z[i].max())
        for k in range(1, len(e)):
            p[i, k] = e[k] / e.sum()
    return p
