"""You look at the mean of z. A neuron can be below 0 on average and still answer to a few
examples; it is dead only if none is left.

See: #dead-relus
"""


def dead(x, W, b):
    return (x @ W.T + b).mean(axis=0) <= 0
