"""You stop before the last layer. It has no ReLU, but its weights and its bias still count.

See: #two-linear-layers-are-one
"""

import numpy as np


def forward(x, layers):
    for W, b in layers[:-1]:
        x = np.maximum(x @ W.T + b, 0)
    return x
