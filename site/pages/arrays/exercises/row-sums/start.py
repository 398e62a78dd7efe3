import numpy as np


def shares(x):
    """Return x with every row divided by its own sum.

    x (n, k), numbers of 0 or more, and no row of zeros only
    returns a new array (n, k), where every row adds up to 1
    """
    return np.zeros(x.shape)
