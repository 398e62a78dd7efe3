import numpy as np


def train(x, y, learning_rate, max_epochs):
    """Train a perceptron that starts at zero; return (w, b, mistakes).

    x (n, features), y (n,): the data, each label 0 or 1
    It goes through the rows in order, again and again. It stops after an epoch without a mistake,
    or after max_epochs (at least 1).
    returns w (features,), b a number, and mistakes, a list with one number per epoch: how many rows
    got a wrong answer when their turn came
    """
    w, b = np.zeros(x.shape[1]), 0.0
    mistakes = []
    return w, b, mistakes
