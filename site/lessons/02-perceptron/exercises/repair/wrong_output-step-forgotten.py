"""You return the last neuron's z; its answer is 1 where z >= 0 and else 0.

See: #two-neurons-and-a-third
"""

import numpy as np


def network(x, W, b, w_out, b_out):
    hidden = np.where(x @ W.T + b >= 0, 1, 0)
    return hidden @ w_out + b_out
