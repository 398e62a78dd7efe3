import numpy as np


def forward(x, W1, b1, W2, b2):
    """Return (z1, a1, z2, p): every step of the forward pass.

    x (n, in), W1 (hidden, in), b1 (hidden,), W2 (classes, hidden), b2 (classes,)
    returns z1 (n, hidden), a1 = relu(z1) (n, hidden), z2 (n, classes), p = softmax(z2) by row
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p
