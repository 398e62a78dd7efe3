def shares(x):
    """Return x with every row divided by its own sum.

    x (n, k): n rows, k columns; no number is below 0, and no row is all 0
    returns a new array (n, k), where every row adds up to 1
    """
    total = x.sum(axis=1, keepdims=True)  # (n, 1)
    return x / total  # (n, k) / (n, 1) -> (n, k)
