"""Your hidden layers are right, but the last layer is bent as well: its outputs are logits, and a
logit may be negative.

See: #two-linear-layers-are-one
"""

import numpy as np


def forward(x, layers):
    for W, b in layers:
        x = np.maximum(x @ W.T + b, 0)
    return x
