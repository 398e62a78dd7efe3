"""Your `relu_slope` writes its answer into z, and whoever called it still needs z: make a new
array, as `np.where` does.

See: #the-slopes
"""

import nn


def relu_slope(z):
    z[z > 0] = 1
    z[z <= 0] = 0
    return z


def sigmoid_slope(z):
    a = nn.sigmoid(z)
    return a * (1 - a)
