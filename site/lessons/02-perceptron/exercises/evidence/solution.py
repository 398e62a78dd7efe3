import numpy as np


def evidence(x, w):
    """Return how much of each image speaks for a 1, and how much against it.

    x (n, features): images, with inputs of 0 or more
    w (features,): a neuron's weights
    returns two arrays (n,): for each image, the sum of its products above 0,
    and the sum of those below 0
    """
    products = x * w  # (n, features) * (features,) -> (n, features)
    speaks_for = np.maximum(products, 0).sum(axis=1)  # (n,)
    against = np.minimum(products, 0).sum(axis=1)  # (n,)
    return speaks_for, against
