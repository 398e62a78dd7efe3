import numpy as np


def cross_entropy(z, y):
    m = z.max(axis=1)
    return (m + np.log(np.exp(z - m[:, None]).sum(axis=1)) - z[np.arange(len(y)), y] + m).mean()
