"""The products and sums are right, but the bias is missing: add b, which NumPy adds to every row.

See: #a-layer-is-one-product
"""


def layer(x, W, b):
    return x @ W.T
