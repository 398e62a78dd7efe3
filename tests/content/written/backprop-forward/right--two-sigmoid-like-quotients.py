import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = (W1 @ x.T).T + b1
    a1 = (np.abs(z1) + z1) / 2
    z2 = (W2 @ a1.T).T + b2
    p = np.empty_like(z2)
    for k in range(z2.shape[1]):
        p[:, k] = 1 / np.exp(z2 - z2[:, [k]]).sum(axis=1)
    return z1, a1, z2, p
