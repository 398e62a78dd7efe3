"""You return the first row only. The batch has n rows, and each one gets its probabilities.

See: #from-two-classes-to-ten
"""

import numpy as np


def softmax(z):
    e = np.exp(z[0] - z[0].max())
    return e / e.sum()
