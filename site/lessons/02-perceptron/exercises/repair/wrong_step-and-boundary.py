"""Two of the three repairs are still missing: the first layer hands on its z and not its answers,
and z = 0 has to be answered 1.

See: #two-neurons-and-a-third
"""

import numpy as np


def network(x, W, b, w_out, b_out):
    hidden = x @ W.T + b
    z = hidden @ w_out + b_out
    return np.where(z > 0, 1, 0)
