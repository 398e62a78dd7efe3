"""You multiply `x @ W`. Each row of W belongs to one neuron, so its numbers meet the features
only after a turn: `x @ W.T`. Where W is square, both run, and only one is right.

See: #a-layer-is-one-product
"""


def layer(x, W, b):
    return x @ W + b
