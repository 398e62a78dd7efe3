"""Your slopes have the wrong sign: it is what f is above minus what it is below.

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
        slopes[place] = (f(down) - f(up)) / (2 * h)
    return slopes
