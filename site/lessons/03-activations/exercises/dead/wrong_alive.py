"""Your answer is turned round: you mark the neurons that answer to some example.

See: #dead-relus
"""


def dead(x, W, b):
    return (x @ W.T + b > 0).any(axis=0)
