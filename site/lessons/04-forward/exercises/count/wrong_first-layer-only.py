"""You count the first layer of weights only. Go through all pairs of neighbours.

See: #how-many-parameters
"""


def count(sizes):
    before, here = sizes[:2]
    return here * before + here
