import numpy as np


def cross_entropy(z, y):
    total = 0
    for i in range(len(z)):
        m = z[i].max()
        total += np.log(np.exp(z[i] - m).sum()) + m - z[i, y[i]]
    return total
