import numpy as np


def softmax(z):
    """Return the softmax of every row, whatever the size of its logits.

    z (n, classes): logits; returns p (n, classes): probabilities, each row adds up to 1
    """
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
