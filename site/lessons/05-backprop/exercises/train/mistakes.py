import numpy as np

from course.exercises.exercise import form, mistake
from solution import backward, forward, loss


@mistake("batches-end-too-early", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """Your last batch is never used, even when it's full. An epoch should use every row once. Let
    the batches start at every multiple of `size` below `len(x)`: `range(0, len(x), size)` gives
    just those.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x) - size, size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("bias-not-updated", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """Only the weights change: `b1` and `b2` stay as they were. Biases take a step downhill too. Go
    through all four arrays in `parameters`, each with its own gradient.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                if p.ndim == 2:
                    p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("changed-in-place", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You change the arrays that you were given, so the old parameters are lost. An update like
    `-=` writes into the array itself. Make copies first and train those:
    `[array.copy() for array in parameters]`.
    """
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("divided-again", see="#the-batch", by_rows=[True])
def train(x, y, parameters, learning_rate, epochs, size, by_rows=False):
    """You divide the gradients by the batch size once more. `backward` has done that already: it
    adds the gradient of the mean loss. Leave the division out, and multiply by the learning rate
    only.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= (
                    learning_rate
                    * gradients[k]
                    / (len(x[start : start + size]) if by_rows else size)
                )
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("first-batch-only", see="#the-update", once=[True])
def train(x, y, parameters, learning_rate, epochs, size, once=False):
    """You train on the first `size` rows only, and never use the others. Each batch should begin
    where the one before it ended. Move the start up by `size` each time, for `x` and `y` alike.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, size if once else len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[:size], y[:size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("gradients-not-reset", see="#what-goes-wrong")
def train(x, y, parameters, learning_rate, epochs, size):
    """Your gradients are never set back to zero. `backward` adds to what's there, so each update
    repeats all the batches before it. Make new arrays of zeros before each batch.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    gradients = [np.zeros_like(array) for array in parameters]
    for _ in range(epochs):
        for start in range(0, len(x), size):
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("labels-not-cut", see="#the-update", whole=[True])
def train(x, y, parameters, learning_rate, epochs, size, whole=False):
    """You cut `x` into batches, but not `y` in the same way, so rows are paired with the labels of
    other rows. Cut `y` with the same slice as `x`.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            rows = x[start : start + size]
            backward(rows, y if whole else y[: len(rows)], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("last-batch-dropped", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You leave out the last batch when it has fewer than `size` rows. An epoch should use every
    row once, and a slice that reaches past the end is simply shorter. Let `range(0, len(x), size)`
    give the starts.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x) - size + 1, size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("last-layer-only", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """Only `W2` and `b2` change, so the hidden layer never learns. Every weight and bias takes a
    step downhill. Go through all four arrays in `parameters`, each with its own gradient.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters[2:], gradients[2:], strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("last-loss-only", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """Your list has only the loss of the last epoch. One loss per epoch lets you see whether
    training goes well. Append it at the end of each epoch, inside the loop over the epochs.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
    losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("learning-rate-left-out", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You subtract the whole gradient, so your steps are too long: the learning rate is missing.
    Multiply each gradient by `learning_rate` before you subtract it.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("loops-swapped", see="#the-update", once=[True])
def train(x, y, parameters, learning_rate, epochs, size, once=False):
    """Your two loops are the wrong way around: one batch is used for all the epochs before the next
    batch gets its turn. An epoch goes through all the batches once. Put the loop over the epochs
    outside.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for start in range(0, len(x), size):
        for _ in range(epochs):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
            losses.append(loss(x, y, parameters))
        if once:
            losses = losses[:-epochs] + losses[-1:]
    return parameters, losses


@mistake("loss-before", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You record the loss before the epoch's updates, so your list is one epoch behind. We want the
    loss after each epoch. Append it at the end of the round, when all the batches are done.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        losses.append(loss(x, y, parameters))
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
    return parameters, losses


@mistake("loss-of-every-batch", see="#the-update", own=[True])
def train(x, y, parameters, learning_rate, epochs, size, own=False):
    """You record a loss after every batch, so your list gets too long. We want one loss per epoch,
    on all the rows. Append it after the loop over the batches.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            rows, labels = x[start : start + size], y[start : start + size]
            backward(rows, labels, parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
            losses.append(loss(rows, labels, parameters) if own else loss(x, y, parameters))
    return parameters, losses


@mistake("loss-of-last-batch", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You record the loss of the last batch alone. We want to know how well the network does on all
    the data. Call `loss` with the whole `x` and `y` at the end of each epoch.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x[start : start + size], y[start : start + size], parameters))
    return parameters, losses


@mistake("losses-averaged", see="#the-update", after=[False])
def train(x, y, parameters, learning_rate, epochs, size, after=True):
    """Your loss of an epoch is the mean of its batch losses. Those were measured while the
    parameters still changed. Compute a single loss instead, after the last batch, on all the rows.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        found = []
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            rows, labels = x[start : start + size], y[start : start + size]
            backward(rows, labels, parameters, gradients)
            if not after:
                found.append(loss(rows, labels, parameters))
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
            if after:
                found.append(loss(rows, labels, parameters))
        losses.append(np.mean(found))
    return parameters, losses


@mistake("never-updated", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """The parameters you return are still the old ones. In a loop, `p = p - ...` only gives the
    name `p` to a new array, and the list keeps the old one. Change the array itself with `-=`, and
    return the list that you trained.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p = p - learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("one-epoch-only", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You go through the data only once, whatever `epochs` says. Repeat the whole round, all the
    batches and then the loss, `epochs` times. Let the function return only after the last one.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(1):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("one-epoch-too-many", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You train for one epoch more than `epochs` says, so your list is one loss too long. A loop
    over `range(epochs)` makes exactly that many rounds.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs + 1):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("one-update-an-epoch", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You add up the gradients of all the batches and make one update per epoch. Each batch should
    get its own update, so that the next one starts with better parameters. Move the update into the
    loop over the batches.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        gradients = [np.zeros_like(array) for array in parameters]
        for start in range(0, len(x), size):
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
        for k in range(len(parameters)):
            parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("order-of-results", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You return the losses first. The parameters come first, then the losses: the code that calls
    your function takes them by position. Swap the two after `return`.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return losses, parameters


@mistake("reset-once-an-epoch", see="#what-goes-wrong")
def train(x, y, parameters, learning_rate, epochs, size):
    """You reset the gradients only once per epoch. `backward` adds to what's there, so each batch
    also repeats the ones before it in that epoch. Move the reset into the loop over the batches.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        gradients = [np.zeros_like(array) for array in parameters]
        for start in range(0, len(x), size):
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("rows-reversed", see="#the-update", each_row=[True])
def train(x, y, parameters, learning_rate, epochs, size, each_row=False):
    """You go through the data from back to front. Each update builds on the one before it, so
    another order gives other numbers. Start with row 0 and go up, `size` rows at a time.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    starts = range(0, len(x), size)
    if each_row:
        x, y = x[::-1], y[::-1]
    else:
        starts = starts[::-1]
    for _ in range(epochs):
        for start in starts:
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("sign-of-update", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """Your steps go uphill, so the loss grows. A gradient points to a larger loss, and we want a
    smaller one. Subtract the learning rate times the gradient from each array.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] += learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("size-ignored", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You make an update after every single row, whatever `size` says. A batch has `size` rows, and
    they share one update. Cut that many rows at once from `x` and `y`.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(len(x)):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + 1], y[start : start + 1], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("started-anew", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """Each of your epochs starts again from the given parameters, so all that the earlier ones
    learned is lost. Make the copies only once, before the loop over the epochs.
    """
    losses = []
    given = parameters
    for _ in range(epochs):
        parameters = [p.copy() for p in given]
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("started-from-zero", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You start from zeros instead of the parameters you're given. Then every hidden neuron outputs
    0, no gradient gets back to `W1`, and the hidden layer never learns. Copy the given arrays, and
    train those.
    """
    parameters = [np.zeros_like(array) for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("updated-behind-the-loop", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You make one update per epoch, with the gradient of the last batch alone. The other batches'
    gradients never get used. Move the update into the loop over the batches, right after
    `backward`.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
        for k in range(len(parameters)):
            parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("updated-too-early", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You change one array before you compute the gradients of the others. So those gradients are
    the slopes at other parameters. Compute all four gradients first, then make all four updates.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            for i in (3, 2, 1, 0):
                gradients = [np.zeros_like(array) for array in parameters]
                backward(x[start : start + size], y[start : start + size], parameters, gradients)
                parameters[i] -= learning_rate * gradients[i]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@form()
def layer_by_layer(x, y, parameters, learning_rate, epochs, size):
    W1, b1, W2, b2 = (p.copy() for p in parameters)
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            rows, labels = x[start : start + size], y[start : start + size]
            z1, a1, _, p = forward(rows, W1, b1, W2, b2)
            dz2 = (p - labels) / len(rows)
            W2 -= learning_rate * dz2.T @ a1
            b2 -= learning_rate * dz2.sum(axis=0)
            dz1 = dz2 @ W2 * (z1 > 0)
            W1 -= learning_rate * dz1.T @ rows
            b1 -= learning_rate * dz1.sum(axis=0)
        losses.append(loss(x, y, [W1, b1, W2, b2]))
    return [W1, b1, W2, b2], losses


@mistake("whole-data-each-time", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """Each of your updates uses all the rows. A batch should have only `size` of them. Give
    `backward` the same slice of `x` and `y`, one batch at a time.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x, y, parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses


@form()
def one_update_per_epoch(x, y, parameters, learning_rate, epochs, size):
    return train(x, y, parameters, learning_rate, epochs, len(x))


@mistake("batches-overlap", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You start a new batch at every row, so the batches overlap and rows count several times. The
    next batch starts `size` rows further on. Give `range` a step: `range(0, len(x), size)`.
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(len(x)):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses
