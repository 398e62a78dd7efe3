"""You bend with the sigmoid. This network was built with ReLU, max(0, z), and its weights fit no
other bend.

See: #relu-and-sigmoid
"""

import nn


def forward(x, layers):
    for W, b in layers[:-1]:
        x = nn.sigmoid(x @ W.T + b)
    W, b = layers[-1]
    return x @ W.T + b
