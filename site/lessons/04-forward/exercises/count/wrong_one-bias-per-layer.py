"""You count one bias a layer. Every neuron has its own: `here` of them.

See: #how-many-parameters
"""


def count(sizes):
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before + 1
    return total
