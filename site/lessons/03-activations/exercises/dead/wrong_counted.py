"""You return how many neurons are dead. Asked is which: one True or False for each.

See: #dead-relus
"""


def dead(x, W, b):
    return (x @ W.T + b <= 0).all(axis=0).sum()
