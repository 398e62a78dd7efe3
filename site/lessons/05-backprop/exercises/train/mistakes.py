import numpy as np

from course.exercises.exercise import form, mistake
from solution import backward, forward, loss


@mistake("batches-end-too-early", see="#the-batch")
def train(x, y, parameters, learning_rate, epochs, size):
    """Your last batch is always left out, a full one too: the starts end before len(x) - size. Its
    examples count as well: let start run up to len(x).
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x) - size, size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("bias-not-updated", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You update the weights only. The biases have gradients too: go through all four arrays."""
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                if p.ndim == 2:
                    p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("changed-in-place", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """The result is right, but the parameters that came in are changed too. Work on copies:
    `[p.copy() for p in parameters]`.
    """
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("divided-again", see="#the-batch", by_rows=[True])
def train(x, y, parameters, learning_rate, epochs, size, by_rows=False):
    """You divide the gradient by the size of the batch. `backward` has done so already: it gives
    the slope of the mean loss.
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient / (len(x[start : start + size]) if by_rows else size)
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("first-batch-only", see="#the-batch", once=[True])
def train(x, y, parameters, learning_rate, epochs, size, once=False):
    """You train on the first batch again and again. The rows of each batch begin at its
    own start.
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, size if once else len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[:size], y[:size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("gradients-not-reset", see="#what-goes-wrong")
def train(x, y, parameters, learning_rate, epochs, size):
    """Your gradients are never set back to zero. `backward` adds, so every update also repeats all
    the earlier ones.
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    gradients = [np.zeros_like(p) for p in parameters]
    for _ in range(epochs):
        for start in range(0, len(x), size):
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("labels-not-cut", see="#the-batch", whole=[True])
def train(x, y, parameters, learning_rate, epochs, size, whole=False):
    """You cut x into batches but pair each of them with all of y, or with its first rows: the
    labels belong to other rows.
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            rows = x[start : start + size]
            backward(rows, y if whole else y[: len(rows)], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("last-batch-dropped", see="#the-batch")
def train(x, y, parameters, learning_rate, epochs, size):
    """Your last batch is left out where it is smaller than the others. Its examples count as well:
    let start run up to len(x).
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x) - size + 1, size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("last-layer-only", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You update W2 and b2 only, so the hidden layer never learns. Go through all four arrays."""
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters[2:], gradients[2:], strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("last-loss-only", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """The training is right, but your list holds the last loss alone. Append the loss at the end of
    each epoch, inside the loop over the epochs.
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
    losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("learning-rate-left-out", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """Your steps are the whole gradient: the learning rate is missing."""
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("loops-swapped", see="#the-update", once=[True])
def train(x, y, parameters, learning_rate, epochs, size, once=False):
    """Your two loops have changed places: each batch is used for all epochs before the next one has
    its turn. An epoch goes once through all batches, so the loop over the epochs is the outer one.
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    for start in range(0, len(x), size):
        for _ in range(epochs):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
            losses.append(loss(x, y, parameters))
        if once:
            losses = losses[:-epochs] + losses[-1:]
    return parameters, losses


@mistake("loss-before", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You note the loss before the epoch's updates. It is asked for after each epoch."""
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        losses.append(loss(x, y, parameters))
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
    return parameters, losses


@mistake("loss-of-every-batch", see="#the-update", own=[True])
def train(x, y, parameters, learning_rate, epochs, size, own=False):
    """Your list has a loss for each batch. One for each epoch is asked for: append behind the loop
    over the batches.
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            rows, labels = x[start : start + size], y[start : start + size]
            backward(rows, labels, parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
            losses.append(loss(rows, labels, parameters) if own else loss(x, y, parameters))
    return parameters, losses


@mistake("loss-of-last-batch", see="#the-batch")
def train(x, y, parameters, learning_rate, epochs, size):
    """You note the loss of the last batch. It is asked for on all rows."""
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x[start : start + size], y[start : start + size], parameters))
    return parameters, losses


@mistake("losses-averaged", see="#the-update", after=[False])
def train(x, y, parameters, learning_rate, epochs, size, after=True):
    """Your loss of an epoch is the mean of the batches' losses, measured while the parameters still
    change. Asked is the loss on all rows, with the parameters at the end of the epoch.
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        found = []
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            rows, labels = x[start : start + size], y[start : start + size]
            backward(rows, labels, parameters, gradients)
            if not after:
                found.append(loss(rows, labels, parameters))
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
            if after:
                found.append(loss(rows, labels, parameters))
        losses.append(np.mean(found))
    return parameters, losses


@mistake("never-updated", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """Your parameters come back as they were. `p = p - ...` only gives the name p to a new array;
    `p -= ...` changes the array in the list.
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p = p - learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("one-epoch-only", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You go through the data once, whatever `epochs` says."""
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(1):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("one-epoch-too-many", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You run one epoch more than asked for."""
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs + 1):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("one-update-an-epoch", see="#the-batch")
def train(x, y, parameters, learning_rate, epochs, size):
    """You add up the gradients of all batches and make one update an epoch. Update
    after each batch.
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        gradients = [np.zeros_like(p) for p in parameters]
        for start in range(0, len(x), size):
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
        for p, gradient in zip(parameters, gradients, strict=True):
            p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("order-of-results", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You return the losses first. The parameters come first, then the losses."""
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return losses, parameters


@mistake("reset-once-an-epoch", see="#what-goes-wrong")
def train(x, y, parameters, learning_rate, epochs, size):
    """Your gradients are set back at the head of each epoch only. Within the epoch every batch
    still carries those before it: reset them before each batch.
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        gradients = [np.zeros_like(p) for p in parameters]
        for start in range(0, len(x), size):
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("rows-reversed", see="#the-batch", each_row=[True])
def train(x, y, parameters, learning_rate, epochs, size, each_row=False):
    """You go through the data from its end to its beginning. Here the rows come in order, so that
    the result can be compared.
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    starts = range(0, len(x), size)
    if each_row:
        x, y = x[::-1], y[::-1]
    else:
        starts = starts[::-1]
    for _ in range(epochs):
        for start in starts:
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("sign-of-update", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You add the gradient, so the loss rises. The gradient points uphill: subtract it."""
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p += learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("size-ignored", see="#the-batch")
def train(x, y, parameters, learning_rate, epochs, size):
    """You make an update for every single row. A batch holds `size` rows, and they
    share one update.
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(len(x)):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + 1], y[start : start + 1], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("started-anew", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You copy the parameters anew in every epoch, so each begins where the first one began. Copy
    them once, before the loop over the epochs.
    """
    losses = []
    given = parameters
    for _ in range(epochs):
        parameters = [p.copy() for p in given]
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("started-from-zero", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You begin with zeros in place of the parameters that you are given. Then all hidden neurons
    are 0 for ever, and W1 never gets a gradient.
    """
    parameters = [np.zeros_like(p) for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("updated-behind-the-loop", see="#the-batch")
def train(x, y, parameters, learning_rate, epochs, size):
    """You make one update an epoch, with the gradient of the last batch alone: it stands behind the
    loop over the batches. Move it into that loop.
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
        for p, gradient in zip(parameters, gradients, strict=True):
            p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses


@mistake("updated-too-early", see="#the-update")
def train(x, y, parameters, learning_rate, epochs, size):
    """You update one array before the gradient of another is taken: the gradients no longer belong
    to the same point. Take all four gradients first, then make all four updates.
    """
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            for i in (3, 2, 1, 0):
                gradients = [np.zeros_like(p) for p in parameters]
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


@mistake("whole-data-each-time", see="#the-batch")
def train(x, y, parameters, learning_rate, epochs, size):
    """Each of your updates takes all rows, and not those of its batch."""
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(p) for p in parameters]
            backward(x, y, parameters, gradients)
            for p, gradient in zip(parameters, gradients, strict=True):
                p -= learning_rate * gradient
        losses.append(loss(x, y, parameters))
    return parameters, losses
