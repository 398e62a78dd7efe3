import numpy as np


def gradient_check(f, w):
    """Measure the slope of f at every element of w, from both sides.

    f: a function that takes an array like w and returns a number, w (any shape)
    returns the slopes, shaped like w; w itself must not change. Choose a good h.
    """
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes
