"""You count the last layer only: `total` begins anew in every round. Add to it with `+=`.

See: #how-many-parameters
"""


def count(sizes):
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total = here * before + here
    return total
