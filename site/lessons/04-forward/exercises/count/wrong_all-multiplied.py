"""You multiply all sizes with each other. Only neighbouring layers are connected: one product for
each pair, and the sum of them.

See: #how-many-parameters
"""


def count(sizes):
    product = 1
    for size in sizes:
        product *= size
    return product
