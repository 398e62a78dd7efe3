import nn


def cross_entropy(z, y):
    return -nn.log_softmax(z).max(axis=1).mean()
