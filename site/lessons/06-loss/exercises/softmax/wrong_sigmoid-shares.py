"""You squash each logit with the sigmoid, and then divide by the row's sum. The rows add up to 1,
but a sigmoid hardly tells 5 from 10: softmax divides `exp` of each logit by the sum.

See: #from-two-classes-to-ten
"""

import numpy as np


def softmax(z):
    s = 1 / (1 + np.exp(-z))
    return s / s.sum(axis=1, keepdims=True)
