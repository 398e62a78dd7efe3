"""Your last neuron reads x itself. Its inputs are the answers of the first layer.

See: #two-neurons-and-a-third
"""

import numpy as np


def network(x, W, b, w_out, b_out):
    return np.where(x @ w_out + b_out >= 0, 1, 0)
