def shares(x):
    """Return x with every row divided by its own sum.

    x (n, k), with numbers of 0 or more, not all 0 in any row
    returns a new array (n, k), where every row adds up to 1
    """
    total = x.sum(axis=1, keepdims=True)  # (n, 1)
    return x / total  # (n, k) / (n, 1) -> (n, k)
