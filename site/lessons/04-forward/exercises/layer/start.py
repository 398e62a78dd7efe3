import numpy as np


def layer(x, W, b):
    """Return the pre-activations z of one layer, for every example of a batch.

    x (n, in), W (out, in), b (out,) -> z (n, out): one row per example
    """
    return np.zeros((len(x), len(W)))
