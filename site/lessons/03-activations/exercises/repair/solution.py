import numpy as np


def forward(x, layers):
    """Return the logits, with ReLU after every layer except the last.

    x (n, in), layers: a list of pairs (W, b), with W (out, in) and b (out,)
    returns (n, out), with the last layer's out
    """
    a = x
    for W, b in layers[:-1]:
        a = np.maximum(a @ W.T + b, 0)
    W, b = layers[-1]
    return a @ W.T + b
