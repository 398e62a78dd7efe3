"""You nudge up only, but divide by 2h: every slope comes out half as large. Take f(w - h) off, not
f(w).

See: #measure-it
"""

import numpy as np


def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes
