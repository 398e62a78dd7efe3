import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    kept = []
    a = x
    for W, b in zip((W1, W2), (b1, b2)):
        z = np.dot(a, W.T) + b
        a = np.maximum(z, 0)
        kept.extend([z, a])
    z1, a1, z2, a2 = kept
    return z1, a1, z2, nn.softmax(a2)
