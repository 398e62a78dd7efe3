def layer(x, W, b):
    """Return the pre-activations of one layer, its sums z, for a batch.

    Shapes: x (n, in), W (out, in), b (out,), and z (n, out): a row per example
    """
    return x @ W.T + b
