import math

import numpy as np


def softmax(z):
    p = np.zeros(z.shape)
    for i in range(z.shape[0]):
        s = 0
        for j in range(z.shape[1]):
            s += math.exp(z[i, j])
        for j in range(z.shape[1]):
            p[i, j] = math.exp(z[i, j]) / s
    return p
