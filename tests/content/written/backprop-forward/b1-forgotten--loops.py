import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = np.zeros((len(x), len(W1)))
    for i, row in enumerate(x):
        for j, weights in enumerate(W1):
            z1[i, j] = sum(weights * row)
    a1 = nn.relu(z1)
    z2 = np.zeros((len(x), len(W2)))
    for i, row in enumerate(a1):
        for j, weights in enumerate(W2):
            z2[i, j] = sum(weights * row) + b2[j]
    return z1, a1, z2, nn.softmax(z2)
