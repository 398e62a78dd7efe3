"""You put the ReLU before each layer, so the input x is bent too: its negative numbers are lost
before any weight has seen them.

See: #two-linear-layers-are-one
"""

import numpy as np


def forward(x, layers):
    for W, b in layers:
        x = np.maximum(x, 0) @ W.T + b
    return x
