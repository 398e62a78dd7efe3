import nn
import numpy as np


def cross_entropy(z, y):
    mask = np.arange(z.shape[1]) == y[:, None]
    return float(np.mean(-nn.log_softmax(z)[mask]))
