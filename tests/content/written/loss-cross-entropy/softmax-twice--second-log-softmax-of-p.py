import nn
import numpy as np


def cross_entropy(z, y):
    p = nn.softmax(z)
    logs = p - np.log(np.exp(p).sum(axis=1, keepdims=True))
    return -logs[np.arange(len(y)), y].mean()
