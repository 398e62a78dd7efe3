import nn
import numpy as np


def cross_entropy(z, y):
    p = nn.softmax(z)
    return -np.log(np.take_along_axis(p, y[:, None], 1)).ravel()
