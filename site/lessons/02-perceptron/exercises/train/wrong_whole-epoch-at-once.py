"""You compute all answers of an epoch with the weights it began with. The perceptron learns row by
row: the next row already meets the new weights.

See: #the-learning-rule
"""

import numpy as np


def train(x, y, learning_rate, max_epochs):
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        e = y - (x @ w + b >= 0)
        w = w + learning_rate * e @ x
        b = b + learning_rate * e.sum()
        mistakes.append(np.count_nonzero(e))
        if mistakes[-1] == 0:
            break
    return w, b, mistakes
