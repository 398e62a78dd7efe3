"""You return how far f moved. A slope is that divided by how far w moved, 2h.

See: #measure-it
"""

from functools import partial

import numpy as np


def gradient_check(f, w, h=1e-5):
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = f(up) - f(down)
    return slopes


FORMS = [partial(gradient_check, h=h) for h in (1e-3, 1e-4, 1e-6, 1e-7, 1e-8)]
