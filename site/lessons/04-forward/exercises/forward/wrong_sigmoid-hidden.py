"""Your hidden layer bends with the sigmoid. This network has ReLU there: `np.maximum(z1, 0)`.

See: #the-whole-pass-in-code
"""

import nn


def forward(x, W1, b1, W2, b2):
    a1 = nn.sigmoid(x @ W1.T + b1)
    return nn.softmax(a1 @ W2.T + b2)
