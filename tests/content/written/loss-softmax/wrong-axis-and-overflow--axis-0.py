import numpy as np


def softmax(z):
    numerator = np.exp(z)
    denominator = np.add.reduce(numerator, axis=0)
    return numerator / denominator
