"""Your p is exp of the logits, not yet divided by the row's sum: its rows do not add up to 1.

See: #with-shapes
"""

import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = np.exp(z2)
    return z1, a1, z2, p


def with_the_maximum_off(*arguments):
    z1, a1, z2, _ = forward(*arguments)
    return z1, a1, z2, np.exp(z2 - z2.max(axis=1, keepdims=True))


FORMS = [with_the_maximum_off]
