"""Only the first element has a slope: the `return` stands inside the loop, so it ends after one
round. Move it behind the loop.

See: #measure-it
"""

import numpy as np


def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    place = next(np.ndindex(w.shape))
    up, down = w.copy(), w.copy()
    up[place] += h
    down[place] -= h
    slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes
