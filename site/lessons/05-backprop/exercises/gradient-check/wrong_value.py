"""You return a value of f in every place, and measure nothing: two values of f make a slope.

See: #measure-it
"""

from functools import partial

import numpy as np


def gradient_check(f, w, h=0.0):
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        moved = w.copy()
        moved[place] += h
        slopes[place] = f(moved)
    return slopes


H = (1e-3, 1e-4, 1e-5, 1e-6, 1e-7)
FORMS = [partial(gradient_check, h=sign * h) for h in H for sign in (1, -1)]
