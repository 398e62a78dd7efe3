import math

import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    p = np.array([[1 / (1 + math.exp(-v)) for v in row] for row in z2])
    return z1, a1, z2, p
