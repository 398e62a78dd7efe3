"""You nudge up only, but divide by 2h: every slope comes out half as large. Take f(w - h) off,
not f(w).

See: #measure-it
"""

from functools import partial

import numpy as np


def gradient_check(f, w, h=1e-5):
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


FORMS = [partial(gradient_check, h=h) for h in (0.1, 0.01, 1e-3, 1e-4, 1e-6, 1e-7, 1e-8, 1e-9)]
