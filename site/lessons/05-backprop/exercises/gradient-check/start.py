import numpy as np


def gradient_check(f, w):
    """Measure the slope of f at every element of w, from both sides.

    f: a function that takes an array like w and returns a number, w (any shape)
    returns the slopes, shaped like w; w itself must not change. Choose a good h.
    """
    h = 1.0
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):  # every index of w, such as (0, 1)
        slopes[place] = 0.0  # put the measured slope here
    return slopes
