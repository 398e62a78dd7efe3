def prepare(x, y, order):
    """Return x and y, ready for training.

    x (n, features): each column is to get mean 0 and standard deviation 1 (np.std)
    y (n,): the label of each row of x
    order (n,): the row numbers 0 to n - 1, shuffled; row order[0] is to come first, and so on
    """
    x = (x - x.mean()) / x.std()
    return x[order], y
