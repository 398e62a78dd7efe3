"""You take softmax first and divide the probabilities by the temperature. The logits are divided,
before softmax.

See: #temperature
"""

import numpy as np

import nn


def best_temperature(z, y, temperatures):
    return temperatures[np.argmin([nn.cross_entropy(nn.softmax(z) / t, y) for t in temperatures])]
