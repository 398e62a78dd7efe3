"""The epoch without a mistake is missing from your list: append its 0 before you stop.

See: #the-learning-rule
"""

import numpy as np


def train(x, y, learning_rate, max_epochs):
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            w = w + learning_rate * e * row
            b = b + learning_rate * e
            wrong += e != 0
        if wrong == 0:
            break
        mistakes.append(wrong)
    return w, b, mistakes
