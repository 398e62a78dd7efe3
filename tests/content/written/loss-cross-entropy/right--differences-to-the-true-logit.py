import numpy as np


def cross_entropy(z, y):
    d = z - np.take_along_axis(z, y[:, None], axis=1)
    return np.logaddexp.reduce(d, axis=1).mean()
