"""You nudge one element after the other and put none back, so the later slopes are measured
somewhere else. Take a fresh copy for each place.

See: #measure-it
"""

import numpy as np


def gradient_check(f, w):
    h = 1e-5
    w = w.copy()
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        w[place] += 0.01
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


def both_copied_once(f, w):
    h = 1e-5
    up, down = w.copy(), w.copy()
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


FORMS = [both_copied_once]
