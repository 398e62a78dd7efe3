"""You choose the right form for each z, but `np.where` gets both arrays finished: each form was
computed for every z, so the `exp` that you throw away has overflowed first. Let `np.abs` make the
exponent safe for all of them.

See: #a-sigmoid-that-no-z-breaks
"""

import numpy as np


def sigmoid(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))
