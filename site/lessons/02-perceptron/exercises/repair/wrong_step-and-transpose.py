"""Two of the three repairs are still missing: the first layer hands on its z and not its answers,
and the product has to be `x @ W.T`.

See: #two-neurons-and-a-third
"""

import numpy as np


def network(x, W, b, w_out, b_out):
    hidden = x @ W + b
    z = hidden @ w_out + b_out
    return np.where(z >= 0, 1, 0)
