"""You count a bias for each *input* of a layer. A bias belongs to a neuron: there are `here` of
them.

See: #how-many-parameters
"""


def count(sizes):
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before + before
    return total
