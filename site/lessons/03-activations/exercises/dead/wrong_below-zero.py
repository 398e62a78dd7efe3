"""You ask whether the **output** is below 0. After a ReLU no number is; a dead neuron's outputs
are exactly 0.

See: #dead-relus
"""

import numpy as np


def dead(x, W, b):
    return (np.maximum(x @ W.T + b, 0) < 0).all(axis=0)
