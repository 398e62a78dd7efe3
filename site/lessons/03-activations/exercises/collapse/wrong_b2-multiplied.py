"""You send b2 through W2 as well. It is added after the second layer's weights have done their
work: `W2 @ b1 + b2`.

See: #two-linear-layers-are-one
"""


def collapse(W1, b1, W2, b2):
    return W2 @ W1, W2 @ (b1 + b2)
