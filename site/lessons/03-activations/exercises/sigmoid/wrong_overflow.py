"""Your code takes `exp` of a large positive number: with `exp(-z)` that happens for a very
negative z. The result is too large for a float. Take `exp` of numbers that are 0 or less.

See: #a-sigmoid-that-no-z-breaks
"""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))
