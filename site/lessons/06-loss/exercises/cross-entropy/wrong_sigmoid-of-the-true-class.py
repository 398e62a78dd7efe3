"""You squash the true class's logit with the sigmoid, so the other logits play no part. Softmax
compares all classes of a row.

See: #from-two-classes-to-ten
"""

import numpy as np


def cross_entropy(z, y):
    return np.logaddexp(0, -z[np.arange(len(y)), y]).mean()
