"""You count neurons. Each of them has a weight for every number that it reads, and a bias.

See: #how-many-parameters
"""


def count(sizes):
    return sum(sizes)
