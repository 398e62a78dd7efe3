"""You count the weights only. Every neuron has a bias as well: add `here` for each layer.

See: #how-many-parameters
"""


def count(sizes):
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before
    return total
