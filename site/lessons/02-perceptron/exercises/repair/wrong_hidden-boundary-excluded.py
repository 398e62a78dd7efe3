"""The neurons of the first layer answer 0 where z is exactly 0; here the answer is 1: compare with
`>=`.

See: #one-neuron
"""

import numpy as np


def network(x, W, b, w_out, b_out):
    hidden = np.where(x @ W.T + b > 0, 1, 0)
    z = hidden @ w_out + b_out
    return np.where(z >= 0, 1, 0)
