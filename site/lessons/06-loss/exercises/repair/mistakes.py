from course.exercises.exercise import form, mistake


@mistake("compared-with-the-one-before", see="#two-curves")
def keep(losses, patience):
    """You compare each epoch with the one just before it. After 0.5 and 0.7, a loss of 0.6 then
    counts as a new best, although 0.5 was lower. Compare with the lowest loss so far,
    `losses[best]`.
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
    """Your epoch is one too high, as if you counted from 1. The first loss in the list belongs to
    epoch 0, so an epoch is just the index of its loss. Return that index.
    """
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
    """You take an equal loss for a better one, so a later epoch replaces one that was just as good.
    Only a lower loss is a new best. Compare with `<`.
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
    """You stop at the first epoch that isn't better, as if `patience` were always 1. But the curve
    is bumpy, so wait a little. Stop only after `patience` epochs in a row without a new best.
    """
    for epoch in range(1, len(losses)):
        if losses[epoch] >= losses[epoch - 1]:
            return epoch - 1
    return len(losses) - 1


@mistake("highest-kept", see="#two-curves")
def keep(losses, patience):
    """You look for the highest loss. A better network has a lower one, so keep the epoch whose loss
    is lowest. Turn your comparison around.
    """
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
    """You always return the last epoch, as training without early stopping would. By then the
    network may have overfitted. Return the epoch with the lowest loss before the stop instead.
    """
    return len(losses) - 1


@mistake("loss-returned", see="#two-curves")
def keep(losses, patience):
    """You return the lowest loss. The question is which epoch has it, because you want to keep that
    epoch's weights. Return its index in the list.
    """
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
    """You search the whole list for the lowest loss. But early stopping never gets to see the late
    ones: it ends after `patience` epochs in a row without a new best. Leave the loop there.
    """
    return losses.index(min(losses))


@mistake("one-too-impatient", see="#two-curves")
def keep(losses, patience):
    """You stop one epoch too early. Training goes on until `patience` epochs in a row have passed
    without a new best. Stop when your count reaches `patience`, not before.
    """
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
    """You stop one epoch too late. Training ends as soon as `patience` epochs in a row have passed
    without a new best. Stop when your count equals `patience`.
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
    """You return the epoch at which training ends. The lowest loss usually comes earlier, and those
    are the weights to keep. Return the epoch with the lowest loss so far.
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


@form()
def only_when_it_stops(losses, patience):
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return best


@mistake("waiting-not-reset", see="#two-curves")
def keep(losses, patience):
    """You count every epoch without a new best, even those before the latest best. `patience`
    counts epochs in a row. Set `waited` back to 0 whenever you find a new best.
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
    """You return epoch 0, whatever the losses are. Check two things. If your lowest loss starts at
    0, no loss ever gets below it, so start with `losses[0]`. And a `return` inside the loop ends it
    after one round, so move it out.
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


@mistake("compared-with-the-first", see="#two-curves")
def keep(losses, patience):
    """You compare each loss with the first one, so an epoch can count as the best although an
    earlier one was better. Compare it with the lowest loss so far, `losses[best]`.
    """
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[0]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            break
    return best


@mistake("waits-for-one", see="#two-curves")
def keep(losses, patience):
    """You set the count back in every epoch, even without a new best, so it never gets above 1 and
    training goes on too long. Set it back to 0 only when you find a new best.
    """
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best = epoch
        else:
            waited = 1
        if waited == patience:
            break
    return best
