"""Both parts are right, but you return b before W: `return W, b`.

See: #two-linear-layers-are-one
"""


def collapse(W1, b1, W2, b2):
    return W2 @ b1 + b2, W2 @ W1
