"""You multiply with `*`, number by number. One layer behind the other is the matrix product, `W2
@ W1`.

See: #two-linear-layers-are-one
"""


def collapse(W1, b1, W2, b2):
    return W2 * W1, W2 @ b1 + b2
