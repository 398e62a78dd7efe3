"""You take the temperature with the largest mean probability of the true class. Without the
logarithm a sure mistake costs hardly more than an unsure one; compare the cross-entropies.

See: #what-the-true-class-costs
"""

import numpy as np

import nn


def best_temperature(z, y, temperatures):
    rows = np.arange(len(y))
    return temperatures[np.argmax([nn.softmax(z / t)[rows, y].mean() for t in temperatures])]
