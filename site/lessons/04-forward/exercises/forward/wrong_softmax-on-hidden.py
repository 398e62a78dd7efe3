"""Your hidden layer uses softmax where ReLU belongs. Softmax is for the logits at the end.

See: #from-logits-to-a-prediction
"""

import nn


def forward(x, W1, b1, W2, b2):
    a1 = nn.softmax(x @ W1.T + b1)
    return nn.softmax(a1 @ W2.T + b2)
