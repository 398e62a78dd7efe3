"""Your largest logit gets the smallest probability: the sign in the exponent is turned round.

See: #from-two-classes-to-ten
"""

import numpy as np


def softmax(z):
    e = np.exp(z.min(axis=1, keepdims=True) - z)
    return e / e.sum(axis=1, keepdims=True)


def too_large(z):
    e = np.exp(z.max(axis=1, keepdims=True) - z)
    return e / e.sum(axis=1, keepdims=True)


def without_a_maximum(z):
    return np.exp(-z) / np.exp(-z).sum(axis=1, keepdims=True)


FORMS = [too_large, without_a_maximum]
