"""Your second part holds the probabilities of all classes. Asked is one number for each example:
the largest of its row.

See: #from-logits-to-a-prediction
"""

import nn


def predict(z):
    p = nn.softmax(z)
    return p.argmax(axis=1), p
