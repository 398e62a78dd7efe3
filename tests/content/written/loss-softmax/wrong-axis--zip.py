import numpy as np


def softmax(z):
    columns = []
    for column in zip(*z):
        column = np.array(column)
        e = np.exp(column - np.max(column))
        columns.append(e / np.sum(e))
    return np.array(columns).T
