"""The largest logit is taken off row by row, as it should be, but then you divide by the sums of
the columns. The classes of one image lie along its row: `axis=1` in the sum too.

See: #from-two-classes-to-ten
"""

import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=0)
