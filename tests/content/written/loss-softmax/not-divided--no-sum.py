import numpy as np


def softmax(z):
    top = z.max(axis=1)
    for_each_row = [np.exp(row - t) for row, t in zip(z, top)]
    return np.stack(for_each_row)
