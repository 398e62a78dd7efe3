import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    h = np.tanh(x.dot(W1.T) + b1)
    return nn.softmax(h.dot(W2.T) + b2)
