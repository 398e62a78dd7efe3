"""You move away from the right answer: e is `y - answer`, and the step is **added**.

See: #the-learning-rule
"""

import numpy as np


def train(x, y, learning_rate, max_epochs):
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            w = w - learning_rate * e * row
            b = b - learning_rate * e
            wrong += e != 0
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
