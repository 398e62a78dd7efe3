"""You connect every layer with the input. A layer reads the one right before it.

See: #how-many-parameters
"""


def count(sizes):
    total = 0
    for here in sizes[1:]:
        total += here * sizes[0] + here
    return total
