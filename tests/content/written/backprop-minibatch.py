# %% right: yields-from-a-shuffled-list
def minibatches(x, y, size, rng):
    order = list(range(len(x)))
    rng.shuffle(order)
    while order:
        now, order = order[:size], order[size:]
        yield x[now], y[now]


# %% right: sorts-by-random-numbers
def minibatches(x, y, size, rng):
    order = np.argsort(rng.random(len(x)))
    return [(x[order][i : i + size], y[order][i : i + size]) for i in range(0, len(x), size)]


# %% right: side-by-side-in-one-matrix
def minibatches(x, y, size, rng):
    both = np.hstack([x, y])
    rng.shuffle(both)
    k = x.shape[1]
    cut = np.split(both, range(size, len(x), size))
    return [[part[:, :k], part[:, k:]] for part in cut]


# %% right: pairs-of-rows-in-plain-lists
def minibatches(x, y, size, rng):
    left = list(zip(x.tolist(), y.tolist()))
    made = []
    while left:
        now = [left.pop(int(rng.integers(len(left)))) for _ in range(min(size, len(left)))]
        made.append(([a for a, _ in now], [b for _, b in now]))
    return made


# %% right: the-same-state-for-both
def minibatches(x, y, size, rng):
    state = rng.bit_generator.state
    xs = rng.permutation(x)
    rng.bit_generator.state = state
    ys = rng.permutation(y)
    starts = range(0, len(x), size)
    return zip([xs[i : i + size] for i in starts], [ys[i : i + size] for i in starts])


# %% right: choice-without-replacement
def minibatches(x, y, size, rng):
    order = rng.choice(len(x), len(x), replace=False)
    count = -(-len(x) // size)
    return tuple((x[order[k * size :][:size]], y[order[k * size :][:size]]) for k in range(count))


# %% right: draws-each-batch-from-what-is-left
def minibatches(x, y, size, rng):
    left = np.arange(len(x))
    while len(left):
        now = rng.choice(left, min(size, len(left)), replace=False)
        left = np.setdiff1d(left, now)
        yield x[now], y[now]


# %% right: np-take-and-a-generator-expression
def minibatches(x, y, size, rng):
    order = rng.permuted(np.arange(len(x)))
    parts = (order[i : i + size] for i in range(0, len(order), size))
    return ((np.take(x, p, axis=0), np.take(y, p, axis=0)) for p in parts)


# %% right: a-recursion
def minibatches(x, y, size, rng):
    def cut(rows):
        if len(rows) == 0:
            return []
        return [(x[rows[:size]], y[rows[:size]]), *cut(rows[size:])]

    return cut(rng.permutation(len(x)))


# %% right: swaps-one-by-one-in-copies
def minibatches(x, y, size, rng):
    x, y = x.copy(), y.copy()
    for i in range(len(x) - 1, 0, -1):
        j = rng.integers(i + 1)
        x[[i, j]] = x[[j, i]]
        y[[i, j]] = y[[j, i]]
    return [(x[i : i + size], y[i : i + size]) for i in range(0, len(x), size)]


# %% right: stacks-rows-until-the-batch-is-full
def minibatches(x, y, size, rng):
    now = []
    for row in rng.permutation(len(x)):
        now.append(row)
        if len(now) == size:
            yield x[now], y[now]
            now = []
    if now:
        yield x[now], y[now]


# %% not-shuffled: splits-in-order
def minibatches(x, y, size, rng):
    for i in range(0, len(x), size):
        yield x[i : i + size], y[i : i + size]


# %% not-shuffled: shuffles-a-list-nobody-uses
def minibatches(x, y, size, rng):
    order = rng.permutation(len(x))
    order.sort()
    return [(x[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(x), size)]


# %% labels-left-behind: x-shuffled-alone
def minibatches(x, y, size, rng):
    x = rng.permutation(x)
    return [(x[i : i + size], y[i : i + size]) for i in range(0, len(x), size)]


# %% shuffled-apart: two-orders
def minibatches(x, y, size, rng):
    one, two = rng.permutation(len(x)), rng.permutation(len(x))
    for i in range(0, len(x), size):
        yield x[one[i : i + size]], y[two[i : i + size]]


# %% batches-end-too-early: whole-batches-only
def minibatches(x, y, size, rng):
    order = rng.permutation(len(x))
    rows = [order[k * size : (k + 1) * size] for k in range(len(x) // size)]
    return [(x[r], y[r]) for r in rows]


# %% drawn-with-replacement: choice
def minibatches(x, y, size, rng):
    for i in range(0, len(x), size):
        rows = rng.choice(len(x), min(size, len(x) - i))
        yield x[rows], y[rows]


# %% drawn-with-replacement: one-row-after-another
def minibatches(x, y, size, rng):
    order = [int(rng.random() * len(x)) for _ in x]
    return [(x[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(x), size)]


# %% batches-shuffled: list-of-pairs
def minibatches(x, y, size, rng):
    made = [(x[i : i + size], y[i : i + size]) for i in range(0, len(x), size)]
    return [made[k] for k in rng.permutation(len(made))]


# %% shuffled-within: cut-then-shuffled
def minibatches(x, y, size, rng):
    for i in range(0, len(x), size):
        order = rng.permutation(len(x[i : i + size]))
        yield x[i : i + size][order], y[i : i + size][order]


# %% rng-ignored: seed-of-its-own
def minibatches(x, y, size, rng):
    order = np.random.default_rng(42).permutation(len(x))
    return [(x[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(x), size)]


# %% rng-ignored: back-to-front
def minibatches(x, y, size, rng):
    return [(x[::-1][i : i + size], y[::-1][i : i + size]) for i in range(0, len(x), size)]


# %% size-as-count: split-into-size-parts
def minibatches(x, y, size, rng):
    order = rng.permutation(len(x))
    return [(x[part], y[part]) for part in np.array_split(order, size)]


# %% first-batch-alone: yield-outside
def minibatches(x, y, size, rng):
    order = rng.permutation(len(x))
    return [(x[order[:size]], y[order[:size]])]


# %% batches-overlap: range-without-a-step
def minibatches(x, y, size, rng):
    order = rng.permutation(len(x))
    return [(x[order[i : i + size]], y[order[i : i + size]]) for i in range(len(x))]


# %% empty-batch: one-batch-more
def minibatches(x, y, size, rng):
    order = rng.permutation(len(x))
    for k in range(len(x) // size + 1):
        rows = order[k * size : (k + 1) * size]
        yield x[rows], y[rows]


# %% none: two-lists-instead-of-pairs
def minibatches(x, y, size, rng):
    order = rng.permutation(len(x))
    starts = range(0, len(x), size)
    return [x[order[i : i + size]] for i in starts], [y[order[i : i + size]] for i in starts]


# %% none: another-generator-each-time
def minibatches(x, y, size, rng):
    order = np.random.permutation(len(x))
    return [(x[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(x), size)]


# %% none: turned-by-a-random-number
def minibatches(x, y, size, rng):
    order = np.roll(np.arange(len(x)), rng.integers(len(x)))
    return [(x[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(x), size)]


# %% none: shuffles-the-arrays-it-is-given
def minibatches(x, y, size, rng):
    order = rng.permutation(len(x))
    x[:], y[:] = x[order], y[order]
    return [(x[i : i + size], y[i : i + size]) for i in range(0, len(x), size)]


# %% none: row-numbers-instead-of-rows
def minibatches(x, y, size, rng):
    order = rng.permutation(len(x))
    return [order[i : i + size] for i in range(0, len(x), size)]


# %% none: short-batch-first
def minibatches(x, y, size, rng):
    order = rng.permutation(len(x))
    ends = range(len(x), 0, -size)
    rows = [order[max(0, end - size) : end] for end in ends][::-1]
    return [(x[r], y[r]) for r in rows]


# %% none: single-rows-lose-an-axis
def minibatches(x, y, size, rng):
    order = rng.permutation(len(x))
    rows = [order[i : i + size] for i in range(0, len(x), size)]
    return [(x[r].squeeze(), y[r].squeeze()) for r in rows]


# %% none: prints-instead-of-returning
def minibatches(x, y, size, rng):
    order = rng.permutation(len(x))
    for i in range(0, len(x), size):
        batch = x[order[i : i + size]], y[order[i : i + size]]
