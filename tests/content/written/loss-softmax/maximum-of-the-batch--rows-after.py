import numpy as np


def softmax(z):
    biggest = np.max(z)
    out = np.empty(z.shape)
    for i in range(len(z)):
        e = np.exp(z[i] - biggest)
        out[i] = e / e.sum()
    return out
