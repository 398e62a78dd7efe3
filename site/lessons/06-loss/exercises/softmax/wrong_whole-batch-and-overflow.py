"""Two things at once: you divide by the sum over the whole batch, where each row needs its own
sum, and `exp` of a large logit overflows. Begin with the sum: `axis=1, keepdims=True`.

See: #from-two-classes-to-ten
"""

import numpy as np


def softmax(z):
    e = np.exp(z)
    return e / e.sum()
