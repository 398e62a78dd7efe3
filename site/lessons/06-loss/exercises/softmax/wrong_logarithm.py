"""You return the logarithms of the probabilities, numbers of 0 or less. The exercise asks for the
probabilities themselves.

See: #breaking-it-and-the-cure
"""

import numpy as np


def softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))
