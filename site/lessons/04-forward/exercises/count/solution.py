def count(sizes):
    """Return how many parameters a network has: weights and biases together.

    sizes: how many numbers each layer has, the input layer first. [2, 2, 2] is
    the traced network: 2 inputs, 2 hidden neurons, and 2 outputs
    """
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before + here
    return total
