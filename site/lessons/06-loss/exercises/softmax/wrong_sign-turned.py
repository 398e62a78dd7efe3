"""Your largest logit gets the smallest probability: the sign in the exponent is turned round.

See: #from-two-classes-to-ten
"""

import numpy as np


def softmax(z):
    e = np.exp(z.min(axis=1, keepdims=True) - z)
    return e / e.sum(axis=1, keepdims=True)
