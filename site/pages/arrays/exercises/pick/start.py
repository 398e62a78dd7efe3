import numpy as np


def shortfall(z, y):
    """Return how far the picked entry of each row is below the row's largest.

    z (n, k): n rows and k columns
    y (n,): the column of each row's picked entry, counted from 0
    returns (n,), each number 0 or more
    """
    return np.zeros(len(z))  # n zeros; replace this line
