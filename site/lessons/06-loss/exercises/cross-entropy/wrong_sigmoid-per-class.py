"""You take a sigmoid and a log loss for each class apart, as if an image could show several
digits at once. Here exactly one class is true: softmax over the row.

See: #from-two-classes-to-ten
"""

import numpy as np

import nn


def cross_entropy(z, y):
    wanted = nn.one_hot(y, z.shape[1])
    return (np.logaddexp(0, z) - z * wanted).sum(axis=1).mean()
