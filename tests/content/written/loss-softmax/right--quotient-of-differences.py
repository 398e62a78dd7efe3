import numpy as np


def softmax(z):
    # p_k = 1 / sum_j exp(z_j - z_k); too large an exponent means a probability of 0
    differences = z[:, None, :] - z[:, :, None]
    with np.errstate(over="ignore"):
        return 1 / np.exp(differences).sum(axis=2)
