import numpy as np


def squash(v):
    return 1.0 / (1.0 + np.exp(-v)) if v >= 0 else np.exp(v) / (1.0 + np.exp(v))


def softmax(z):
    return np.vectorize(squash)(z)
