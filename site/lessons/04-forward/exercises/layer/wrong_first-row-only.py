"""You compute the first example only. With `x @ W.T` one product treats the whole batch.

See: #a-layer-is-one-product
"""


def layer(x, W, b):
    return x[:1] @ W.T + b
