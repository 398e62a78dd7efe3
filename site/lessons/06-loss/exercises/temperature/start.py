import nn


def best_temperature(z, y, temperatures):
    """Return the temperature in the list that gives the lowest mean cross-entropy.

    z (n, classes): logits; y (n,): the true classes; temperatures: numbers above 0
    returns a number
    """
    print("at temperature 1:", nn.cross_entropy(z, y))
    return 0.0  # replace this line
