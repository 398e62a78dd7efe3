import numpy as np


def collapse(W1, b1, W2, b2):
    """Return (W, b) of the one linear layer that does what these two do.

    W1 (hidden, in), b1 (hidden,), W2 (out, hidden), b2 (out,)
    returns W (out, in) and b (out,)
    """
    W = np.zeros((len(W2), W1.shape[1]))  # (out, in), all 0; replace this line
    b = np.zeros(len(W2))  # (out,); and this one
    return W, b
