import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    z = x @ W1.T + b1
    return nn.softmax(np.where(z > 0, z, 0.01 * z) @ W2.T + b2)
