def dead(x, W, b):
    """Return which ReLU neurons are dead: True where the output is 0 for every example.

    x (n, in), W (units, in), b (units,); returns (units,), each True or False
    """
    z = x @ W.T + b
    return (z <= 0).any(axis=1)
