"""You move w and b on every row, answered rightly or not. With e = y - answer, a right answer
moves nothing.

See: #the-learning-rule
"""

import numpy as np


def train(x, y, learning_rate, max_epochs):
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            answer = 1 if row @ w + b >= 0 else 0
            sign = 1 if label == 1 else -1
            w = w + learning_rate * sign * row
            b = b + learning_rate * sign
            wrong += answer != label
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
