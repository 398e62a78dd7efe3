"""Your h is too large. Over such a distance, 0.01 and more, f bends, and you measure a chord and
not the slope. Something around 1e-5 is good.

See: #measure-it
"""

from functools import partial

import numpy as np


def gradient_check(f, w, h=0.1):
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


FORMS = [partial(gradient_check, h=h) for h in (0.5, 0.2, 0.05, 0.02, 0.01)]
