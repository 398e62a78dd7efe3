import numpy as np


def minibatches(x, y, size, rng):
    """Return one epoch's mini-batches: a list of pairs, each some rows of x and their rows of y.

    x (n, in), y (n, classes): the data, y one-hot; don't change them. Every row comes exactly once,
    in an order that rng, NumPy's random generator, shuffles anew at each call. Each batch has
    `size` rows; the last one has what's left.
    """
    order = np.arange(len(x))
    rng.shuffle(order)
    batches = []
    for start in range(0, len(x), size):
        rows = order[start : start + size]
        batches.append((x[rows], y[rows]))
    return batches
