"""The last neuron leaves its bias out: its z is `hidden @ w_out + b_out`.

See: #two-neurons-and-a-third
"""

import numpy as np


def network(x, W, b, w_out, b_out):
    hidden = np.where(x @ W.T + b >= 0, 1, 0)
    z = hidden @ w_out
    return np.where(z >= 0, 1, 0)
