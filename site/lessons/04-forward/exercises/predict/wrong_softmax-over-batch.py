"""Your softmax runs down the columns, so that the examples compete with each other. It runs along
each row.

See: #from-logits-to-a-prediction
"""

import nn


def predict(z):
    p = nn.softmax(z.T).T
    return p.argmax(axis=1), p.max(axis=1)
