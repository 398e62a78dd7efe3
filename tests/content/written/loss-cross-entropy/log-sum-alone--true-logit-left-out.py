import numpy as np


def cross_entropy(z, y):
    return np.logaddexp.reduce(z, axis=1).mean()
