"""Two of the three repairs are still missing: the product has to be `x @ W.T`, and the last neuron
has to answer 1 where z = 0.

See: #two-neurons-and-a-third
"""

import numpy as np


def network(x, W, b, w_out, b_out):
    hidden = np.where(x @ W + b >= 0, 1, 0)
    z = hidden @ w_out + b_out
    return np.where(z > 0, 1, 0)
