"""You count the epochs from 1. The first loss of the list belongs to epoch 0.

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
            break
    return best + 1
