"""Your layers have lost their biases: z is x @ W.T + b.

See: #relu-and-sigmoid
"""

import numpy as np


def forward(x, layers):
    for W, _ in layers[:-1]:
        x = np.maximum(x @ W.T, 0)
    return x @ layers[-1][0].T
