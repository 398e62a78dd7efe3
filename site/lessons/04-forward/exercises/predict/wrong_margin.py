"""Your confidence is the lead over the next class. Asked is the likeliest class's own
probability.

See: #from-logits-to-a-prediction
"""

import nn


def predict(z):
    p = nn.softmax(z)
    p.sort(axis=1)
    return z.argmax(axis=1), p[:, -1] - p[:, -2]
