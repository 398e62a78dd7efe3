"""You stop one epoch too early: `patience` epochs without success have to pass first.

See: #two-curves
"""


def keep(losses, patience):
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best, waited = epoch, 0
        else:
            waited += 1
            if waited >= patience - 1:
                break
    return best
