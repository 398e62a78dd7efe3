# %% right: one-line
def shares(x):
    return x / x.sum(1)[:, None]


# %% right: two-transposes
def shares(x):
    return (x.T / x.T.sum(axis=0)).T


# %% right: nested-loops-and-lists
def shares(x):
    out = []
    for row in x:
        total = 0
        for v in row:
            total += v
        new = []
        for v in row:
            new.append(v / total)
        out.append(new)
    return out


# %% right: loop-into-zeros-like
def shares(x):
    out = np.zeros_like(x)
    for i in range(x.shape[0]):
        out[i] = x[i] / x[i].sum()
    return out


# %% right: comprehension
def shares(x):
    return np.array([row / sum(row) for row in x])


# %% right: product-with-ones
def shares(x):
    n, k = x.shape
    return x / (x @ np.ones((k, k)))


# %% right: einsum-and-newaxis
def shares(x):
    totals = np.einsum("ij->i", x)
    return x / totals[..., np.newaxis]


# %% right: apply-along-axis
def shares(x):
    return np.apply_along_axis(lambda row: row / row.sum(), 1, x)


# %% right: copy-changed-in-place
def shares(x):
    x = x.copy()
    x /= x.sum(axis=-1, keepdims=True)
    return x


# %% right: diagonal-matrix
def shares(x):
    return np.diag(1 / x.sum(axis=1)) @ x


# %% right: repeat-the-sums
def shares(x):
    sums = np.repeat(x.sum(axis=1), x.shape[1]).reshape(x.shape)
    return np.divide(x, sums)


# %% right: column-by-column-with-stack
def shares(x):
    total = sum(x[:, j] for j in range(x.shape[1]))
    return np.stack([x[:, j] / total for j in range(x.shape[1])], axis=1)


# %% right: mean-times-count
def shares(x):
    return x / x.mean(axis=1, keepdims=True) / x.shape[1]


# %% right: vstack-of-map
def shares(x):
    return np.vstack(list(map(lambda r: r * (1.0 / np.sum(r)), x)))


# %% wrong-axis: axis-zero-kept
def shares(x):
    s = np.sum(x, axis=0, keepdims=True)
    return x / s


# %% wrong-axis: zip-of-columns
def shares(x):
    out = x.copy()
    for j in range(x.shape[1]):
        out[:, j] = out[:, j] / out[:, j].sum()
    return out


# %% whole-array: plain-sum
def shares(x):
    total = np.sum(x)
    return x / total


# %% whole-array: total-not-reset
def shares(x):
    total = 0
    for row in x:
        for v in row:
            total = total + v
    return [[v / total for v in row] for row in x]


# %% keepdims-forgotten: one-line
def shares(x):
    return x / np.sum(x, axis=1)


# %% keepdims-forgotten: reciprocal
def shares(x):
    w = 1 / x.sum(axis=1)
    return x * w


# %% sums-only: sum-one
def shares(x):
    return x.sum(axis=1)


# %% sums-only: list-of-sums
def shares(x):
    result = []
    for row in x:
        result.append(sum(row))
    return result


# %% sums-only: kept
def shares(x):
    return np.sum(x, axis=1, keepdims=True)


# %% first-row-only: return-in-the-loop
def shares(x):
    for row in x:
        return row / row.sum()


# %% first-sum-for-all: total-from-the-first
def shares(x):
    total = x[0].sum()
    return x / total


# %% mean-for-sum: mean
def shares(x):
    m = x.mean(axis=1)
    return x / m[:, None]


# %% divided-by-largest: max
def shares(x):
    return np.array([r / max(r) for r in x])


# %% transposed: turned-once
def shares(x):
    return x.T / x.sum(axis=1)


# %% upside-down: division-turned
def shares(x):
    with np.errstate(divide="ignore"):
        return x.sum(axis=1, keepdims=True) / x


# %% multiplied: times
def shares(x):
    return x * x.sum(axis=1, keepdims=True)


# %% changed-in-place: augmented
def shares(x):
    x /= x.sum(axis=1, keepdims=True)
    return x


# %% changed-in-place: rows-overwritten
def shares(x):
    for i in range(len(x)):
        x[i] = x[i] / x[i].sum()
    return x


# %% percent: times-hundred
def shares(x):
    return 100 * x / x.sum(axis=1, keepdims=True)


# %% softmax: with-exp
def shares(x):
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)


# %% divided-by-length: linalg-norm
def shares(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


# %% none: other-columns
def shares(x):
    total = x.sum(axis=1, keepdims=True)
    return x / (total - x + 1)


# %% none: sorted-rows
def shares(x):
    x = np.sort(x, axis=1)
    return x / x.sum(axis=1, keepdims=True)
