import numpy as np


def shares(x):
    """Return x with every row divided by its own sum.

    x (n, k): n rows and k columns of numbers from 0 up, at least one above 0 in each row
    returns a new array (n, k), where every row adds up to 1
    """
    return np.zeros(x.shape)  # zeros in the shape of x; replace this line
