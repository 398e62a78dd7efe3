import numpy as np

import nn


def gradient(z, y):
    """Return dL/dz of the mean cross-entropy of a batch.

    z (n, classes): logits; y (n,): the true classes, integers; returns (n, classes)
    """
    return np.zeros_like(nn.softmax(z))  # zeros in the shape of p; replace this line
