"""Only your first layer is followed by a ReLU. Every layer but the last needs one: two linear
layers in a row are one.

See: #two-linear-layers-are-one
"""

import numpy as np


def forward(x, layers):
    for i, (W, b) in enumerate(layers):
        x = x @ W.T + b
        if i == 0 and len(layers) > 1:
            x = np.maximum(x, 0)
    return x
