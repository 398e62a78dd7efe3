import numpy as np


def softmax(z):
    e = np.power(2.0, z - z.max(axis=1)[:, None])
    return e / e.sum(axis=1)[:, None]
