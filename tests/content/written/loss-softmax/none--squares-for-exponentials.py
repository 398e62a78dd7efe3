import numpy as np


def softmax(z):
    s = z**2
    return s / s.sum(axis=1, keepdims=True)
