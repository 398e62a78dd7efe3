"""You add the bias of a neuron to a whole *example*: rows and columns are mixed up. Neurons are
the columns of z, so b, of shape (out,), goes along each row as it is.

See: #a-layer-is-one-product
"""


def layer(x, W, b):
    return x @ W.T + b[:, None]
