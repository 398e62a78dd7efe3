"""You count the mistakes after the epoch, with its last weights. Count each row when its turn
comes, before it moves anything: so you count exactly the steps made.

See: #the-learning-rule
"""

import numpy as np


def train(x, y, learning_rate, max_epochs):
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            w = w + learning_rate * e * row
            b = b + learning_rate * e
        wrong = int(np.sum((x @ w + b >= 0).astype(int) != y))
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
