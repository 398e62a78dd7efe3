"""You return f's value at w in every place, and measure nothing: two values of f make a slope.

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
        slopes[place] = f(w)
    return slopes
