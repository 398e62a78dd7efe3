"""You nudge all elements of w at the same time, so each place gets the sum of all slopes. Nudge
one element and leave the others.

See: #measure-it
"""

import numpy as np


def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up += h
        down -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes
