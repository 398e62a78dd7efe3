import numpy as np


def forward(x, W1, b1, W2, b2):
    a = np.maximum(x @ W1.T + b1, 0)
    e = np.exp(a @ W2.T + b2)
    for c in range(e.shape[1]):
        e[:, c] = e[:, c] / sum(e[:, c])
    return e
