"""You give the output layer no biases. It has no activation, but a bias for each neuron it has.

See: #how-many-parameters
"""


def count(sizes):
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before + here
    return total - sizes[-1]
