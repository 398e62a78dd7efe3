"""You keep the last epoch, as training without early stopping does.

See: #two-curves
"""


def keep(losses, patience):
    return len(losses) - 1
