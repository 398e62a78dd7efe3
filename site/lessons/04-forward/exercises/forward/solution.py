import numpy as np

import nn


def forward(x, W1, b1, W2, b2):
    """Return the class probabilities p of a network with one hidden ReLU layer.

    Shapes: x (n, in), W1 (hidden, in), b1 (hidden,), W2 (classes, hidden),
    b2 (classes,), and p (n, classes). Each row of p adds up to 1.
    `nn.softmax(z)` works row by row.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)  # (n, hidden)
    z2 = a1 @ W2.T + b2  # (n, classes): the logits
    return nn.softmax(z2)
