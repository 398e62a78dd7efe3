"""You return the epoch at which training stops. Its weights are `patience` epochs too old: keep
those of the lowest loss.

See: #two-curves
"""


def keep(losses, patience):
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(losses) - 1
