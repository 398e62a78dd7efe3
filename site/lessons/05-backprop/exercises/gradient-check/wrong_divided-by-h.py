"""You nudge both ways, so the two points are 2h apart; you divide by h. Every slope comes out
twice as large.

See: #measure-it
"""

import numpy as np


def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / h
    return slopes
