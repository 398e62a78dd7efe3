"""You return the place in the list. The exercise asks for the temperature that stands there.

See: #temperature
"""

import numpy as np

import nn


def best_temperature(z, y, temperatures):
    return np.argmin([nn.cross_entropy(z / t, y) for t in temperatures])
