def count(sizes):
    """Return how many parameters a network has: weights and biases together.

    sizes: how many numbers each layer has, the input layer first. [2, 2, 2] is
    the traced network: 2 inputs, 2 hidden neurons, and 2 outputs
    """
    return 0
