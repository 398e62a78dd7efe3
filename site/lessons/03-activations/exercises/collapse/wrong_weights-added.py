"""You add the weights. Layers stand one behind the other, so their matrices multiply: `W2 @ W1`.

See: #two-linear-layers-are-one
"""


def collapse(W1, b1, W2, b2):
    return W1 + W2, W2 @ b1 + b2
