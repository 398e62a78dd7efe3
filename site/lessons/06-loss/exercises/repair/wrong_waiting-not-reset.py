"""You count all epochs without a new lowest loss, also those before the last success. Patience
counts epochs in a row: set the counter back to 0 at every new best.

See: #two-curves
"""


def keep(losses, patience):
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best = epoch
        else:
            waited += 1
        if waited == patience:
            break
    return best
