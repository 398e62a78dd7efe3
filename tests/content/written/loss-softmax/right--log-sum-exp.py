import numpy as np


def logsumexp(a):
    m = np.amax(a, axis=1)
    return m + np.log(np.sum(np.exp(a - m[:, np.newaxis]), axis=1))


def softmax(z):
    return np.exp(z - logsumexp(z)[:, np.newaxis])
