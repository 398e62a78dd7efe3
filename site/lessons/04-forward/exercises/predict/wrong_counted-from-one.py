"""Your labels begin at 1. Classes are numbered from 0, as the columns are.

See: #from-logits-to-a-prediction
"""

import nn


def predict(z):
    p = nn.softmax(z)
    return p.argmax(axis=1) + 1, p.max(axis=1)
