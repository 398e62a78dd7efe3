"""You leave the ReLU out. Two linear layers in a row are one: bend z1 before the second layer
gets it.

See: #the-whole-pass-in-code
"""

import nn


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    return nn.softmax(z1 @ W2.T + b2)
