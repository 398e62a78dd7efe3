"""You add `here` and `before`. Every neuron is connected with every number before it: multiply.

See: #how-many-parameters
"""


def count(sizes):
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here + before
    return total
