import numpy as np


def predict(x, w, b):
    """Return the perceptron's answer for every row of x: 1 where z >= 0, and 0 otherwise.

    x (n, features), w (features,), b a number -> (n,), each 0 or 1
    """
    z = x @ w + b
    return np.where(z >= 0, 1, 0)
