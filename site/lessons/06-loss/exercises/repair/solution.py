def keep(losses, patience):
    """Return the epoch whose weights early stopping keeps.

    losses: the validation loss after each epoch, from epoch 0. patience: training stops after this
    many epochs in a row without a new lowest loss. Early stopping keeps the epoch with the lowest
    loss so far, the earliest one if several are equal. It returns an integer.
    """
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            break
    return best
