import numpy as np


def bend_weights(x, y):
    """Return the output weights with which the network goes through all points.

    The network is y[0] + weights[0] * max(0, input - x[0])
    + weights[1] * max(0, input - x[1]) and so on.
    One ReLU bends at each point, but none at the last.
    x (k + 1,), rising, and y (k + 1,); returns (k,)
    """
    slopes = np.diff(y) / np.diff(x)  # (k,): the slope of each piece
    return np.diff(slopes, prepend=0.0)
