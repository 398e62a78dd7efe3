import numpy as np


def cross_entropy(z, y):
    truth = np.zeros_like(z)
    truth[np.arange(len(y)), y] = 1
    # -log sigmoid(z) and -log(1 - sigmoid(z)), both safe
    on, off = np.logaddexp(0, -z), np.logaddexp(0, z)
    return (truth * on + (1 - truth) * off).sum(axis=1).mean()
