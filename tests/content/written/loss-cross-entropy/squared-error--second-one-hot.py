import nn
import numpy as np


def cross_entropy(z, y):
    return np.mean(np.sum((np.eye(z.shape[1])[y] - nn.softmax(z)) ** 2, axis=1))
