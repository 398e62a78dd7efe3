import numpy as np


def softmax(z):
    e = np.exp(z)
    return np.divide(e, np.sum(e))
