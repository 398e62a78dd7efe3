"""For you a point exactly on the line, z = 0, is answered 0; here the answer is 1: compare with
`>=`. At the start, with all weights 0, every point lies there.

See: #one-neuron
"""

import numpy as np


def train(x, y, learning_rate, max_epochs):
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b > 0 else 0)
            w = w + learning_rate * e * row
            b = b + learning_rate * e
            wrong += e != 0
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
