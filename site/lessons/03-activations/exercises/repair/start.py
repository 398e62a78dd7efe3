import numpy as np


def forward(x, layers):
    """Return the logits, with ReLU after every layer except the last.

    x (n, in), layers: a list of pairs (W, b), with W (out, in) and b (out,)
    returns (n, out), with the last layer's out
    """
    a = x
    for W, b in layers:
        a = a @ W.T + b
    return np.maximum(a, 0)
