"""You still compare each epoch with the one just before it. A loss of 0.6 after 0.7 is then taken
for a new best, though 0.5 was there already: compare with the best so far.

See: #two-curves
"""


def keep(losses, patience):
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[epoch - 1]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            break
    return best
