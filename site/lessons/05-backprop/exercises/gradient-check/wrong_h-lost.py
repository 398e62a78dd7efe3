"""Every slope comes out as 0. Either none is ever stored, or f is called twice at the same point:
with `up = w` both names mean one array (`w.copy()` makes another), and an h as small as 1e-18 is
lost in w + h. Something around 1e-5 is good.

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
