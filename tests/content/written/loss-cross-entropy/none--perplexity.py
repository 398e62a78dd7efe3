import nn
import numpy as np


def cross_entropy(z, y):
    return np.exp(-nn.log_softmax(z)[np.arange(len(y)), y].mean())
