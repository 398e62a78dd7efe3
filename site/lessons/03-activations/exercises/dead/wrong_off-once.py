"""You call a neuron dead as soon as one example switches it off. That is what a ReLU is for: it
is dead only if it is 0 for **every** example.

See: #dead-relus
"""


def dead(x, W, b):
    return (x @ W.T + b <= 0).any(axis=0)
