"""Your ReLU stands behind the second layer. It belongs between the two: on z1, and not on the
logits.

See: #the-whole-pass-in-code
"""

import numpy as np

import nn


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    return nn.softmax(np.maximum(z1 @ W2.T + b2, 0))
