import numpy as np


def cross_entropy(z, y):
    exps = np.exp(z)
    total = 0
    for i in range(len(y)):
        total += -np.log(exps[i, y[i]] / exps[i].sum())
    return total / len(y)
