import numpy as np


def forward(x, W1, b1, W2, b2):
    """Return z1, a1 (n, hidden) and z2, p (n, classes); this part is given."""
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


def backward(x, y, W1, b1, W2, b2):
    """Return (dW1, db1, dW2, db2): the slope of the loss for every weight and bias.

    x (n, in), y (n, classes): one-hot, the lesson's Y. The loss is the mean over the n rows.
    W1 (hidden, in), b1 (hidden,), W2 (classes, hidden), b2 (classes,)
    returns each gradient in the shape of the array it belongs to
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    # Replace each ... with what has the shape next to it.
    dz2 = ...  # (n, classes)
    dW2 = ...  # (classes, hidden)
    db2 = ...  # (classes,)
    da1 = ...  # (n, hidden)
    dz1 = ...  # (n, hidden)
    dW1 = ...  # (hidden, in)
    db1 = ...  # (hidden,)
    return dW1, db1, dW2, db2
