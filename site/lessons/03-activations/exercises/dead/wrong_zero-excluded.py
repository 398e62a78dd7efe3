"""A neuron whose z is exactly 0 counts as alive for you. ReLU gives 0 there as well: compare with
`<=`.

See: #dead-relus
"""


def dead(x, W, b):
    return (x @ W.T + b < 0).all(axis=0)
