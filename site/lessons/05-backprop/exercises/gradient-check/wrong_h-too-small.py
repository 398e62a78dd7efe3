"""Your h is too small. Both values of f agree in nearly all their digits, and what is left of
their difference is rounding. Something around 1e-5 is good.

See: #measure-it
"""

from functools import partial

import numpy as np


def gradient_check(f, w, h=1e-12):
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


FORMS = [partial(gradient_check, h=h) for h in (1e-11, 1e-13, 1e-14, 1e-15, np.finfo(float).eps)]
