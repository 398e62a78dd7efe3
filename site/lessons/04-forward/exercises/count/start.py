def count(sizes):
    """Return how many parameters a fully connected network has: weights and biases.

    sizes: the numbers in each layer, the input's first: [2, 2, 2] is the traced network
    """
    return 0
