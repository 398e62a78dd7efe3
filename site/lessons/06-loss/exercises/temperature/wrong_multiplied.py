"""You multiply the logits by the temperature. They are divided by it: a high temperature makes
softmax milder.

See: #temperature
"""

import numpy as np

import nn


def best_temperature(z, y, temperatures):
    return temperatures[np.argmin([nn.cross_entropy(z * t, y) for t in temperatures])]
