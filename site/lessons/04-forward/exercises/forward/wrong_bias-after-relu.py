"""You add b1 after the ReLU. The bias belongs to the sum, and the sum is what gets bent.

See: #the-whole-pass-in-code
"""

import numpy as np

import nn


def forward(x, W1, b1, W2, b2):
    a1 = np.maximum(x @ W1.T, 0) + b1
    return nn.softmax(a1 @ W2.T + b2)
