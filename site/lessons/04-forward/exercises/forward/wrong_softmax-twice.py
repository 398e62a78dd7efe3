"""You apply softmax twice. The second one sees numbers from 0 to 1, and makes the classes look
nearly alike.

See: #from-logits-to-a-prediction
"""

import numpy as np

import nn


def forward(x, W1, b1, W2, b2):
    a1 = np.maximum(x @ W1.T + b1, 0)
    return nn.softmax(nn.softmax(a1 @ W2.T + b2))
