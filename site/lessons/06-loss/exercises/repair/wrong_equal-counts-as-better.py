"""You take an equal loss for a better one. Only a lower one counts, so of two equal epochs the
earlier is kept.

See: #two-curves
"""


def keep(losses, patience):
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] <= losses[best]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            break
    return best
