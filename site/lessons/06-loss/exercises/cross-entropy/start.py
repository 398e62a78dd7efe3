import numpy as np


def cross_entropy(z, y):
    """Return the mean cross-entropy of a batch, whatever the size of the logits.

    z (n, classes): logits, not probabilities; y (n,): the true classes, integers
    returns a number
    """
    return float(np.zeros(len(y)).mean())  # the mean of n losses, all 0; replace this line
