import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    hidden = np.maximum(np.matmul(W1, x) + b1, 0)
    logits = np.matmul(W2, hidden) + b2
    return nn.softmax(logits)
