"""Your error is y - p, with the sigmoid's probability p: that is logistic regression's step. The
perceptron compares y with its answer, 0 or 1.

See: #logistic-regression-is-one-neuron
"""

import numpy as np


def update(w, b, x, y, learning_rate):
    p = 1 / (1 + np.exp(-(w @ x + b)))
    e = y - p
    return w + learning_rate * e * x, b + learning_rate * e
