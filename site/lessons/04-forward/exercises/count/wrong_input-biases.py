"""You give the input layer biases too. Its numbers are given, not computed: it has no parameters.

See: #how-many-parameters
"""


def count(sizes):
    total = sizes[0]
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before + here
    return total
