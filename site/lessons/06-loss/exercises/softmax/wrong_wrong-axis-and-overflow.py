"""Two things at once: your columns add up to 1, and not your rows, and `exp` of a large logit
overflows. Begin with the axis: the classes of one image lie along its row, `axis=1`.

See: #from-two-classes-to-ten
"""

import numpy as np


def softmax(z):
    e = np.exp(z)
    return e / e.sum(axis=0, keepdims=True)
