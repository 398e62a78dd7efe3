"""You judge by the first example alone. A neuron that is off there may answer to another one.

See: #dead-relus
"""


def dead(x, W, b):
    return (x @ W.T + b <= 0)[0]
