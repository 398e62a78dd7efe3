"""Your h is so small, 1e-18, that w + h is rounded to w itself: every slope comes out as 0.
Something around 1e-5 is good.

See: #measure-it
"""

import numpy as np


def gradient_check(f, w):
    h = 1e-18
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes
