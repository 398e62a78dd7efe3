# %% right: zip
def shortfall(z, y):
    return np.array([max(row) - row[j] for row, j in zip(z, y)])


# %% right: range-as-rows
def shortfall(z, y):
    return np.max(z, axis=1) - z[range(len(z)), y]


# %% right: take-along-axis
def shortfall(z, y):
    return z.max(1) - np.take_along_axis(z, y[:, None], axis=1)[:, 0]


# %% right: one-hot-by-eye
def shortfall(z, y):
    Y = np.eye(z.shape[1])[y]
    return z.max(axis=1) - (z * Y).sum(axis=1)


# %% right: mask-of-columns
def shortfall(z, y):
    mask = np.arange(z.shape[1]) == y[:, None]
    return z.max(axis=1) - z[mask]


# %% right: diagonal-of-columns
def shortfall(z, y):
    return z.max(axis=1) - np.diag(z[:, y])


# %% right: flat-index
def shortfall(z, y):
    n, k = z.shape
    return z.max(axis=1) - z.ravel()[np.arange(n) * k + y]


# %% right: shift-then-pick
def shortfall(z, y):
    gap = z.max(axis=1, keepdims=True) - z
    return gap[np.arange(len(y)), y]


# %% right: loops-only
def shortfall(z, y):
    out = []
    for i in range(len(z)):
        best = z[i, 0]
        for j in range(len(z[i])):
            if z[i, j] > best:
                best = z[i, j]
        out.append(best - z[i, y[i]])
    return out


# %% right: two-picks
def shortfall(z, y):
    rows = np.arange(z.shape[0])
    return z[rows, z.argmax(axis=1)] - z[rows, y]


# %% right: sorted-last
def shortfall(z, y):
    return np.sort(z, axis=1)[:, -1] - np.choose(y, z.T)


# %% right: absolute-value
def shortfall(z, y):
    return abs(z[np.arange(len(y)), y] - np.amax(z, axis=-1))


# %% right: einsum
def shortfall(z, y):
    hot = np.zeros(z.shape)
    hot[np.arange(len(y)), y] = 1
    return z.max(axis=1) - np.einsum("ij,ij->i", z, hot)


# %% right: recursion
def shortfall(z, y):
    if len(z) == 0:
        return []
    return [z[0].max() - z[0][y[0]]] + list(shortfall(z[1:], y[1:]))


# %% picked-only: best-forgotten
def shortfall(z, y):
    return z[np.arange(len(y)), y]


# %% largest-only: choice-forgotten
def shortfall(z, y):
    return [max(row) for row in z]


# %% sign-turned: picked-first
def shortfall(z, y):
    picked = z[np.arange(len(y)), y]
    return picked - z.max(axis=1)


# %% columns-for-every-row: colon
def shortfall(z, y):
    return z.max(axis=1) - z[:, y]


# %% columns-for-every-row: colon-kept
def shortfall(z, y):
    best = np.max(z, axis=1, keepdims=True)
    return best - z[:, y]


# %% rows-picked: plain-index
def shortfall(z, y):
    return z.max(axis=1) - z[y]


# %% rows-picked: plain-index-kept
def shortfall(z, y):
    return z.max(axis=1, keepdims=True) - z[y]


# %% indices-swapped: column-first
def shortfall(z, y):
    return z.max(axis=1) - z[y, np.arange(len(y))]


# %% indices-swapped: loop
def shortfall(z, y):
    out = np.zeros(len(y))
    for i in range(len(y)):
        out[i] = z[i].max() - z[y[i], i]
    return out


# %% largest-of-all: plain-max
def shortfall(z, y):
    return z.max() - z[np.arange(len(y)), y]


# %% wrong-axis: axis-zero
def shortfall(z, y):
    return z.max(axis=0) - z[np.arange(len(y)), y]


# %% position-for-value: argmax
def shortfall(z, y):
    return z.argmax(axis=1) - z[np.arange(len(y)), y]


# %% positions-subtracted: argmax-minus-y
def shortfall(z, y):
    return np.argmax(z, axis=1) - y


# %% positions-subtracted: absolute
def shortfall(z, y):
    return abs(z.argmax(axis=1) - y)


# %% right-or-wrong: unequal
def shortfall(z, y):
    return (z.argmax(axis=1) != y).astype(int)


# %% counted-from-one: minus-one
def shortfall(z, y):
    return z.max(axis=1) - z[np.arange(len(y)), y - 1]


# %% column-minus-row: kept-by-habit
def shortfall(z, y):
    best = z.max(axis=1, keepdims=True)
    picked = z[np.arange(len(y)), y]
    return best - picked


# %% not-picked: all-gaps
def shortfall(z, y):
    return z.max(axis=1, keepdims=True) - z


# %% first-row-only: return-in-the-loop
def shortfall(z, y):
    for row, j in zip(z, y):
        return row.max() - row[j]


# %% first-row-only: first-entry-of-y
def shortfall(z, y):
    return z[0].max() - z[0, y[0]]


# %% first-choice-for-all: first-entry-of-y
def shortfall(z, y):
    return z.max(axis=1) - z[:, y[0]]


# %% averaged: mean
def shortfall(z, y):
    return np.mean(z.max(axis=1) - z[np.arange(len(y)), y])


# %% summed: total-in-a-loop
def shortfall(z, y):
    total = 0
    for i in range(len(y)):
        total += max(z[i]) - z[i, y[i]]
    return total


# %% smallest-for-largest: above-the-worst
def shortfall(z, y):
    return z[np.arange(len(y)), y] - z.min(axis=1)


# %% mean-for-largest: mean
def shortfall(z, y):
    return z.mean(axis=1) - z[np.arange(len(y)), y]


# %% none: squared
def shortfall(z, y):
    return (z.max(axis=1) - z[np.arange(len(y)), y]) ** 2


# %% none: one-hot-turned
def shortfall(z, y):
    Y = np.eye(z.shape[1])[y]
    return (z.max(axis=1, keepdims=True) - z * Y).sum(axis=1)
