"""Your b is b2 alone. The first layer's bias does not get lost: the second layer turns it into
`W2 @ b1`.

See: #two-linear-layers-are-one
"""


def collapse(W1, b1, W2, b2):
    return W2 @ W1, b2
