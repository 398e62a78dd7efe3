"""You drop the sign of every slope. A slope below 0 says that f falls as w grows, and the update
needs to know.

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
    return np.abs(slopes)
