def count(sizes):
    """Return how many parameters a fully connected network has: weights and biases.

    sizes: the numbers in each layer, the input's first: [2, 2, 2] is the traced network
    """
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before + here
    return total
