from course.exercises.exercise import mistake


@mistake("compared-with-the-one-before", see="#two-curves")
def keep(losses, patience):
    """You still compare each epoch with the one just before it. A loss of 0.6 after 0.7 is then
    taken for a new best, though 0.5 was there already: compare with the best so far.
    """
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[epoch - 1]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            break
    return best


@mistake("counted-from-one", see="#two-curves")
def keep(losses, patience):
    """You count the epochs from 1. The first loss of the list belongs to epoch 0."""
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            break
    return best + 1


@mistake("equal-counts-as-better", see="#two-curves")
def keep(losses, patience):
    """You take an equal loss for a better one. Only a lower one counts, so of two equal epochs the
    earlier is kept.
    """
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] <= losses[best]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            break
    return best


@mistake("first-rise", see="#two-curves")
def keep(losses, patience):
    """You stop at the first epoch that is no better, as if patience were always 1."""
    for epoch in range(1, len(losses)):
        if losses[epoch] >= losses[epoch - 1]:
            return epoch - 1
    return len(losses) - 1


@mistake("highest-kept", see="#two-curves")
def keep(losses, patience):
    """You look for the highest loss. A loss is better the lower it is."""
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] > losses[best]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            break
    return best


@mistake("last-epoch", see="#two-curves")
def keep(losses, patience):
    """You keep the last epoch, as training without early stopping does."""
    return len(losses) - 1


@mistake("loss-returned", see="#two-curves")
def keep(losses, patience):
    """You return the lowest loss. The exercise asks for its epoch."""
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            break
    return losses[best]


@mistake("never-stops", see="#two-curves")
def keep(losses, patience):
    """You look through all the losses for the lowest. Early stopping does not know the later ones:
    it has stopped before it could see them.
    """
    return losses.index(min(losses))


@mistake("one-too-impatient", see="#two-curves")
def keep(losses, patience):
    """You stop one epoch too early: `patience` epochs without success have to pass first."""
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best, waited = epoch, 0
        else:
            waited += 1
            if waited >= patience - 1:
                break
    return best


@mistake("one-too-patient", see="#two-curves")
def keep(losses, patience):
    """You wait one epoch longer than `patience` says: stop as soon as the counter has
    reached it.
    """
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited > patience:
            break
    return best


@mistake("stopped-epoch", see="#two-curves")
def keep(losses, patience):
    """You return the epoch at which training stops. Its weights are `patience` epochs too old: keep
    those of the lowest loss.
    """
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(losses) - 1


@mistake("waiting-not-reset", see="#two-curves")
def keep(losses, patience):
    """You count all epochs without a new lowest loss, also those before the last success. Patience
    counts epochs in a row: set the counter back to 0 at every new best.
    """
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best = epoch
        else:
            waited += 1
        if waited == patience:
            break
    return best


@mistake("lowest-starts-at-0", see="#two-curves")
def keep(losses, patience):
    """You return epoch 0 whatever the losses are. If your lowest loss starts at 0, no loss is ever
    below it. Start with the first loss, `losses[0]`, or with `float("inf")`.
    """
    lowest, best, waited = 0, 0, 0
    for epoch, loss in enumerate(losses):
        if loss < lowest:
            lowest, best, waited = loss, epoch, 0
        else:
            waited += 1
        if waited == patience:
            break
    return best
