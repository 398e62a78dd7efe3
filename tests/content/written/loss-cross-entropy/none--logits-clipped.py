import nn
import numpy as np


def cross_entropy(z, y):
    logs = nn.log_softmax(np.clip(z, -50, 50))
    return -logs[np.arange(len(y)), y].mean()
