"""You cut large logits off at 700. Then 1000 and 1001 come out equal, though the second is e
times as likely: take the row's maximum off instead, which changes no result.

See: #breaking-it-and-the-cure
"""

import numpy as np


def softmax(z):
    e = np.exp(np.clip(z, -700, 700))
    return e / e.sum(axis=1, keepdims=True)
