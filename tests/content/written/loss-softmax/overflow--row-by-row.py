import numpy as np


def softmax(z):
    return np.array([np.exp(row) / np.sum(np.exp(row)) for row in z])
