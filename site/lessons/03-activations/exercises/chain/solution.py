import nn


def chain_slope(x, weights):
    """Return how fast the end of a chain of sigmoids moves when its input does.

    Each layer is a neuron without a bias: z = w * its input, a = sigmoid(z).
    x: a number, weights (layers,)
    returns a number, the product of all factors w * (da/dz)
    """
    a = x
    product = 1.0
    for w in weights:
        z = w * a
        a = nn.sigmoid(z)
        product = product * w * a * (1 - a)
    return product
