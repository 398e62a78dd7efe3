import math

import nn
import numpy as np


def activate(v):
    return 1 / (1 + math.exp(-v))


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.vectorize(activate)(z1)
    z2 = a1 @ W2.T + b2
    return nn.softmax(z2)
