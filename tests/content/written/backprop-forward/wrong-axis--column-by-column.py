import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(0, z1)
    z2 = a1 @ W2.T + b2
    p = np.zeros(z2.shape)
    for c in range(z2.shape[1]):
        column = np.exp(z2[:, c] - z2[:, c].max())
        p[:, c] = column / column.sum()
    return z1, a1, z2, p
