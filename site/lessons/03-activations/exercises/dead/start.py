def dead(x, W, b):
    """Return True for each dead ReLU neuron: its output is 0 for every example.

    x (n, in), W (units, in), b (units,); returns (units,), each True or False
    """
    z = x @ W.T + b
    return (z <= 0).any(axis=1)
