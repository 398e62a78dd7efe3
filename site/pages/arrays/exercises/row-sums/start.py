import numpy as np


def shares(x):
    """Return x with every row divided by its own sum.

    x (n, k), with numbers of 0 or more, not all 0 in any row
    returns a new array (n, k), where every row adds up to 1
    """
    return np.zeros(x.shape)  # the right shape, all zeros; replace this line
