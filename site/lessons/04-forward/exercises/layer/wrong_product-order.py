"""You multiply `W @ x`. A batch has its examples in rows, and for rows the weights stand on the
right: `x @ W.T`.

See: #a-layer-is-one-product
"""


def layer(x, W, b):
    return W @ x + b
