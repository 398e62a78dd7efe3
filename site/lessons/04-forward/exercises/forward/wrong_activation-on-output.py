"""You put a ReLU on the output layer as well. The logits must be free to be negative: softmax
needs to see how far below the others a class lies.

See: #from-logits-to-a-prediction
"""

import numpy as np

import nn


def forward(x, W1, b1, W2, b2):
    a1 = np.maximum(x @ W1.T + b1, 0)
    z2 = np.maximum(a1 @ W2.T + b2, 0)
    return nn.softmax(z2)
