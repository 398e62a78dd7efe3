"""You count one parameter a neuron: the biases alone. Each neuron also has a weight for every
number that it reads.

See: #how-many-parameters
"""


def count(sizes):
    return sum(sizes[1:])
