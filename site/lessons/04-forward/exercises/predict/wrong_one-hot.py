"""You mark the likeliest class with a 1 in a row of zeros. Asked is its number: `argmax`.

See: #from-logits-to-a-prediction
"""

import nn


def predict(z):
    p = nn.softmax(z)
    top = p.max(axis=1)
    return (p == top[:, None]).astype(int), top
