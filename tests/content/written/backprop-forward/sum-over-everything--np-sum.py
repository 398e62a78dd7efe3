import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = np.add(np.matmul(x, W1.T), b1)
    a1 = np.clip(z1, 0, np.inf)
    z2 = np.add(np.matmul(a1, W2.T), b2)
    p = np.exp(z2)
    p /= np.sum(p)
    return z1, a1, z2, p
