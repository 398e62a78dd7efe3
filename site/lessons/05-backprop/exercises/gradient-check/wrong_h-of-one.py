"""Your h is 1, far too large: over such a distance f bends, and you measure a chord and not the
slope. Something around 1e-5 is good.

See: #measure-it
"""

import numpy as np


def gradient_check(f, w):
    h = 1.0
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes
