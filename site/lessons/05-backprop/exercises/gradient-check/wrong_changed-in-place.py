"""The slopes are right, but w comes back changed: you nudge the array itself and leave it nudged.
Work on copies, or put each element back.

See: #measure-it
"""

from functools import partial

import numpy as np


def gradient_check(f, w, left=1e-5):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    w += left
    return slopes


H = (1e-3, 1e-4, 1e-5, 1e-6, 1e-7)
FORMS = [partial(gradient_check, left=sign * h) for h in H for sign in (1, -1)]
