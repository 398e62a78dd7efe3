"""You add the bias before you multiply, so the weights change it. It is added last: `x @ W.T +
b`.

See: #a-layer-is-one-product
"""


def layer(x, W, b):
    return (x + b) @ W.T
