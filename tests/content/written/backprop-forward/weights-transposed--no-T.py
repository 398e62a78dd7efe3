import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = np.matmul(x, W1) + b1
    a1 = np.maximum(z1, 0)
    z2 = np.matmul(a1, W2) + b2
    return z1, a1, z2, nn.softmax(z2)
