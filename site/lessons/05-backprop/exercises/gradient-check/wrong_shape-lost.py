"""The numbers are right, but the shape is lost: the slopes come as one flat list. Give them the
shape of w.

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
    return slopes.ravel()


def one_row(f, w):
    return gradient_check(f, w)[None]


def one_column(f, w):
    return gradient_check(f, w)[:, None]


FORMS = [one_row, one_column]
