"""You cut large logits off. Then 1000 and 1001 come out equal, though the second is e times as
likely: take the row's maximum off instead, which changes no result.

See: #breaking-it-and-the-cure
"""

from functools import partial

import numpy as np


def softmax(z, low=-500, high=500):
    e = np.exp(np.clip(z, low, high))
    return e / e.sum(axis=1, keepdims=True)


LIMITS = (20, 30, 50, 100, 300, 600, 700, 709)
FORMS = [partial(softmax, low=-limit, high=limit) for limit in LIMITS]
FORMS += [partial(softmax, low=-np.inf, high=limit) for limit in (*LIMITS, 500)]
