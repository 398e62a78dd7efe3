import numpy as np


def softmax(z):
    """Return the softmax of every row, whatever the size of its logits.

    z (n, classes): logits; returns p (n, classes): probabilities, each row adds up to 1
    """
    return np.zeros_like(z)  # zeros in the shape of z; replace this line
