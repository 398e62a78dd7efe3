import numpy as np


def network(x, W, b, w_out, b_out):
    """Return the answers of a network in two layers, for every row of x.

    x (n, inputs)
    W (hidden, inputs), b (hidden,): the first layer, one row of W per neuron
    w_out (hidden,), b_out a number: the last neuron, which reads their answers
    returns (n,), each 0 or 1; every neuron answers 1 where z >= 0, else 0
    """
    hidden = np.where(x @ W.T + b >= 0, 1, 0)  # (n, hidden)
    z = hidden @ w_out + b_out  # (n,)
    return np.where(z >= 0, 1, 0)
