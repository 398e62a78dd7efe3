import nn
import numpy as np


def cross_entropy(z, y):
    return -np.einsum("nk,nk->", np.eye(z.shape[1])[y], nn.log_softmax(z))
