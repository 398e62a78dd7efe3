"""There is no ReLU between your layers now. However many there are, they compute what one linear
layer computes.

See: #two-linear-layers-are-one
"""


def forward(x, layers):
    for W, b in layers:
        x = x @ W.T + b
    return x
