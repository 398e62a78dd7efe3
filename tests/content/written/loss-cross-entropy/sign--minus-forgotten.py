import nn
import numpy as np


def cross_entropy(z, y):
    chosen = np.take_along_axis(nn.log_softmax(z), y.reshape(-1, 1), axis=1)
    return chosen.mean()
