"""You leave the bias out, and it is the bias that kills most: z is x @ W.T + b.

See: #dead-relus
"""


def dead(x, W, b):
    return (x @ W.T <= 0).all(axis=0)
