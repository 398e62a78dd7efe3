import numpy as np


def relu(m):
    for i in range(m.shape[0]):
        for j in range(m.shape[1]):
            if m[i, j] < 0:
                m[i, j] = 0
    return m


def forward(x, W1, b1, W2, b2):
    z1 = np.dot(x, W1.T) + b1
    a1 = relu(z1)
    z2 = np.dot(a1, W2.T) + b2
    e = np.exp(z2 - z2.max(1, keepdims=True))
    return z1, a1, z2, e / e.sum(1, keepdims=True)
