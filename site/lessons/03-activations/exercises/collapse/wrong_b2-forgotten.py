"""Your b lacks the second layer's own bias: it is `W2 @ b1 + b2`.

See: #two-linear-layers-are-one
"""


def collapse(W1, b1, W2, b2):
    return W2 @ W1, W2 @ b1
