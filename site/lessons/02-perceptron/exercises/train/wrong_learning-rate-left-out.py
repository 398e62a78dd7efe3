"""Your steps have their full size whatever `learning_rate` is.

See: #the-learning-rule
"""

import numpy as np


def train(x, y, learning_rate, max_epochs):
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            w = w + e * row
            b = b + e
            wrong += e != 0
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
