"""You return the mean of all slopes. Each element has a slope of its own.

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
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes.mean()


def mean_everywhere(f, w):
    return np.full(w.shape, gradient_check(f, w))


FORMS = [mean_everywhere]
