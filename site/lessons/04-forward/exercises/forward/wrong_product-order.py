"""You multiply with the weights on the left, `W @ x`. That is for a single example in a column;
for a batch with examples in rows it is `x @ W.T`.

See: #a-layer-is-one-product
"""

import numpy as np

import nn


def forward(x, W1, b1, W2, b2):
    a1 = np.maximum(W1 @ x + b1, 0)
    return nn.softmax(W2 @ a1 + b2)
