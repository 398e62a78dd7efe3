"""You subtract the bias. It is added: `x @ W.T + b`.

See: #a-layer-is-one-product
"""


def layer(x, W, b):
    return x @ W.T - b
