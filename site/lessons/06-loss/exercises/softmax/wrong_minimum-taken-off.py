"""You take the smallest logit off. The largest then stands far above 0 and its `exp` overflows;
take the largest off.

See: #breaking-it-and-the-cure
"""

import numpy as np


def softmax(z):
    e = np.exp(z - z.min(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
