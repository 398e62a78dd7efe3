"""Your first layer hands on its z. Each neuron answers 0 or 1 first: without the step, two layers
are one neuron in disguise, and XOR stays out of reach.

See: #two-neurons-and-a-third
"""

import numpy as np


def network(x, W, b, w_out, b_out):
    hidden = x @ W.T + b
    z = hidden @ w_out + b_out
    return np.where(z >= 0, 1, 0)
