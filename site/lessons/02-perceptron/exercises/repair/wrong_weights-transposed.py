"""Each row of `W` holds the weights of one neuron, so the product is `x @ W.T`. With a square W,
`x @ W` runs too, and computes something else.

See: #two-neurons-and-a-third
"""

import numpy as np


def network(x, W, b, w_out, b_out):
    hidden = np.where(x @ W + b >= 0, 1, 0)
    z = hidden @ w_out + b_out
    return np.where(z >= 0, 1, 0)
