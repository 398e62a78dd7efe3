import numpy as np

from course.exercises.exercise import form, mistake


@mistake("not-shuffled", see="#a-batch-at-a-time")
def minibatches(x, y, size, rng):
    """You take the rows in the order of `x`. If the data is sorted by class, each batch has only
    one class. Shuffle the row numbers first: `order = rng.permutation(len(x))`.
    """
    batches = []
    for start in range(0, len(x), size):
        batches.append((x[start : start + size], y[start : start + size]))
    return batches


@mistake("labels-left-behind", see="#a-batch-at-a-time")
def minibatches(x, y, size, rng):
    """You shuffle the rows of `x`, but not those of `y`, so most examples get another example's
    label. Take the same row numbers from both: `x[rows]` and `y[rows]`.
    """
    order = rng.permutation(len(x))
    batches = []
    for start in range(0, len(x), size):
        rows = order[start : start + size]
        batches.append((x[rows], y[start : start + size]))
    return batches


@mistake("shuffled-apart", see="#a-batch-at-a-time")
def minibatches(x, y, size, rng):
    """You shuffle `x` and `y` one after the other, so each gets an order of its own, and most
    examples get another example's label. Draw one order, and use it for both.
    """
    shuffled, labels = rng.permutation(x), rng.permutation(y)
    batches = []
    for start in range(0, len(x), size):
        batches.append((shuffled[start : start + size], labels[start : start + size]))
    return batches


@mistake("batches-end-too-early", see="#a-batch-at-a-time")
def minibatches(x, y, size, rng):
    """You leave out the last batch when fewer than `size` rows are left. Those rows count too.
    Start a batch at every `size`-th row: `range(0, len(x), size)`.
    """
    order = rng.permutation(len(x))
    batches = []
    for start in range(0, len(x) - size + 1, size):
        rows = order[start : start + size]
        batches.append((x[rows], y[rows]))
    return batches


@mistake("drawn-with-replacement", see="#a-batch-at-a-time")
def minibatches(x, y, size, rng):
    """You draw rows for each batch without noting which ones have had their turn. So in an epoch
    some rows come more than once, and others never do. Draw one order of all the rows, and cut it
    into batches.
    """
    batches = []
    for start in range(0, len(x), size):
        rows = rng.integers(len(x), size=min(size, len(x) - start))
        batches.append((x[rows], y[rows]))
    return batches


@mistake("batches-shuffled", see="#a-batch-at-a-time")
def minibatches(x, y, size, rng):
    """You cut the data into batches first and shuffle the batches. So the same rows are together
    every time, and sorted data still gives batches of one class. Shuffle the rows, then cut.
    """
    batches = []
    for start in rng.permutation(np.arange(0, len(x), size)):
        batches.append((x[start : start + size], y[start : start + size]))
    return sorted(batches, key=lambda batch: -len(batch[0]))


@form()
def short_one_anywhere(x, y, size, rng):
    batches = []
    for start in rng.permutation(np.arange(0, len(x), size)):
        batches.append((x[start : start + size], y[start : start + size]))
    return batches


@mistake("shuffled-within", see="#a-batch-at-a-time")
def minibatches(x, y, size, rng):
    """You cut the data into batches first and shuffle inside each batch. A batch's gradient is a
    mean, so its rows' order makes no difference. Shuffle all the rows, then cut.
    """
    batches = []
    for start in range(0, len(x), size):
        rows = rng.permutation(np.arange(start, min(start + size, len(x))))
        batches.append((x[rows], y[rows]))
    return batches


@mistake("rng-ignored", see="#a-batch-at-a-time")
def minibatches(x, y, size, rng):
    """Your order is the same at every call, whatever `rng` is, so all epochs have the same batches.
    Use the generator that you're given, `rng`. It goes on to other numbers at each call.
    """
    order = np.random.default_rng(0).permutation(len(x))
    batches = []
    for start in range(0, len(x), size):
        rows = order[start : start + size]
        batches.append((x[rows], y[rows]))
    return batches


@mistake("size-as-count", see="#a-batch-at-a-time")
def minibatches(x, y, size, rng):
    """You cut the data into `size` batches. But `size` says how many rows a batch has. Let each
    batch start `size` rows after the one before.
    """
    order = rng.permutation(len(x))
    batches = []
    for rows in np.array_split(order, size):
        batches.append((x[rows], y[rows]))
    return batches


@mistake("first-batch-alone", see="#a-batch-at-a-time")
def minibatches(x, y, size, rng):
    """You return after the first batch, so an epoch has only that one. Return the list after the
    loop.
    """
    rows = rng.permutation(len(x))[:size]
    return [(x[rows], y[rows])]


@mistake("batches-overlap", see="#a-batch-at-a-time")
def minibatches(x, y, size, rng):
    """You start a new batch at every row, so the batches overlap and rows count several times. The
    next batch starts `size` rows further on. Give `range` a step: `range(0, len(x), size)`.
    """
    order = rng.permutation(len(x))
    batches = []
    for start in range(len(x)):
        rows = order[start : start + size]
        batches.append((x[rows], y[rows]))
    return batches


@mistake("empty-batch", see="#a-batch-at-a-time")
def minibatches(x, y, size, rng):
    """Your last batch is empty when `size` divides the number of rows, and the mean over no rows
    is `nan`. Stop before `len(x)`: `range(0, len(x), size)`.
    """
    order = rng.permutation(len(x))
    batches = []
    for start in range(0, len(x) + 1, size):
        rows = order[start : start + size]
        batches.append((x[rows], y[rows]))
    return batches
