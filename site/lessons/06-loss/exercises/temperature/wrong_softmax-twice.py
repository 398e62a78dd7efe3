"""You give probabilities to a loss that takes softmax itself: softmax twice. Give it the divided
logits.

See: #what-the-true-class-costs
"""

import numpy as np

import nn


def best_temperature(z, y, temperatures):
    losses = [nn.cross_entropy(nn.softmax(z / t), y) for t in temperatures]
    return temperatures[np.argmin(losses)]
