"""You return the temperature with the largest loss. The best one has the least.

See: #temperature
"""

import numpy as np

import nn


def best_temperature(z, y, temperatures):
    return temperatures[np.argmax([nn.cross_entropy(z / t, y) for t in temperatures])]
