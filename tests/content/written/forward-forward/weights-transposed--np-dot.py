import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = np.dot(x, W1) + b1
    a1 = np.maximum(z1, 0)
    z2 = np.dot(a1, W2) + b2
    return nn.softmax(z2)
