import numpy as np


def cross_entropy(z, y):
    truth = np.eye(z.shape[1])[y]
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -np.einsum("nk,nk->", truth, log_p) / len(z)
