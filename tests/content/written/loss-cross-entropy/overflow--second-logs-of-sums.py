import numpy as np


def cross_entropy(z, y):
    s = np.zeros(len(y))
    for k in range(z.shape[1]):
        s += np.exp(z[:, k])
    true = np.take_along_axis(z, y[:, None], axis=1)[:, 0]
    return np.average(np.log(s) - true)
