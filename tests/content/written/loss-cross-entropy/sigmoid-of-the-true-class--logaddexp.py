import numpy as np


def cross_entropy(z, y):
    true = z[np.arange(len(y)), y]
    return np.logaddexp(0, -true).mean()
