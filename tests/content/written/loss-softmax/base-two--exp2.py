import numpy as np


def softmax(z):
    m = np.max(z, axis=1, keepdims=True)
    return np.exp2(z - m) / np.sum(np.exp2(z - m), axis=1, keepdims=True)
