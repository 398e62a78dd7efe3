"""You stop the epoch at the first row that is answered rightly. The rows after it never have their
turn: the `break` belongs behind the inner loop.

See: #the-learning-rule
"""

import numpy as np


def train(x, y, learning_rate, max_epochs):
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            if e == 0:
                break
            w = w + learning_rate * e * row
            b = b + learning_rate * e
            wrong += e != 0
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
