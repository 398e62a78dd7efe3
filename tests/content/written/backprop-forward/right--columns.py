import numpy as np


def forward(x, W1, b1, W2, b2):
    Z1 = np.matmul(W1, x.T) + np.expand_dims(b1, 1)
    A1 = np.where(Z1 >= 0, Z1, 0)
    Z2 = np.matmul(W2, A1) + np.expand_dims(b2, 1)
    E = np.exp(Z2 - np.amax(Z2, axis=0))
    return Z1.T, A1.T, Z2.T, (E / np.sum(E, axis=0)).T
