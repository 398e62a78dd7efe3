# %% right: the-module-does-it
import nn


def prepare(x, y, order):
    return nn.standardize(x[order]), y[order]


# %% right: column-by-column
import numpy as np


def prepare(x, y, order):
    columns = []
    for column in x.T:
        mean = sum(column) / len(column)
        deviation = (sum((v - mean) ** 2 for v in column) / len(column)) ** 0.5
        columns.append([(v - mean) / deviation for v in column])
    rows = list(zip(*columns))
    return np.array([rows[i] for i in order]), np.array([y[i] for i in order])


# %% right: plain-lists
import numpy as np


def prepare(x, y, order):
    x = (x - np.mean(x, 0)) / np.std(x, 0)
    return [x.tolist()[i] for i in order], [int(y[i]) for i in order]


# %% right: a-list-instead-of-a-tuple
import numpy as np


def prepare(x, y, order):
    return [np.take((x - x.mean(axis=0)) / x.std(axis=0), order, axis=0), np.take(y, order)]


# %% right: broadcasts-turned
import numpy as np


def prepare(x, y, order):
    columns = x.T - x.T.mean(axis=1, keepdims=True)
    columns /= np.sqrt(np.mean(columns**2, axis=1, keepdims=True))
    return columns.T[order, :], y[order]


# %% right: square-root-of-the-variance
def prepare(x, y, order):
    variance = (x**2).mean(axis=0) - x.mean(axis=0) ** 2
    return ((x - x.mean(axis=0)) / variance**0.5)[order], y[order]


# %% right: fills-arrays-row-by-row
import numpy as np


def prepare(x, y, order):
    new_x, new_y = np.zeros(x.shape), np.zeros_like(y)
    mean, deviation = x.mean(axis=0), x.std(axis=0)
    for k in range(len(order)):
        new_x[k] = (x[order[k]] - mean) / deviation
        new_y[k] = y[order[k]]
    return new_x, new_y


# %% right: matrix-of-zeros-and-ones
import numpy as np


def prepare(x, y, order):
    swap = np.eye(len(x))[order]
    return swap @ ((x - x.mean(axis=0)) / x.std(axis=0)), (swap @ y).astype(int)


# %% right: in-place-in-copies
def prepare(x, y, order):
    x = x.copy()
    for j in range(x.shape[1]):
        x[:, j] -= x[:, j].mean()
        x[:, j] /= x[:, j].std()
    return x[order], y[order]


# %% right: side-by-side-in-one-matrix
import numpy as np


def prepare(x, y, order):
    both = np.column_stack([(x - x.mean(axis=0)) / x.std(axis=0), y])[order]
    return both[:, :-1], both[:, -1]


# %% right: sorted-by-position
import numpy as np


def prepare(x, y, order):
    position = np.argsort(order)
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    together = sorted(zip(position, range(len(x))))
    rows = [row for _, row in together]
    return x[rows], y[rows]


# %% labels-left-behind: labels-indexed-with-a-slice
def prepare(x, y, order):
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    return x[order], y[: len(order)]


# %% rows-left-behind: standardized-from-the-old-x
def prepare(x, y, order):
    x, y, old = x[order], y[order], x
    return (old - old.mean(axis=0)) / old.std(axis=0), y


# %% one-scale-for-all: flattened-first
def prepare(x, y, order):
    flat = x.ravel()
    flat = (flat - flat.mean()) / flat.std()
    return flat.reshape(x.shape)[order], y[order]


# %% axis-swapped: row-by-row
import numpy as np


def prepare(x, y, order):
    rows = [(row - row.mean()) / row.std() for row in x]
    return np.array(rows)[order], y[order]


# %% not-scaled: scaled-nobody-uses
def prepare(x, y, order):
    scaled = (x - x.mean(axis=0)) / x.std(axis=0)
    return x[order], y[order]


# %% mean-alone: column-by-column
def prepare(x, y, order):
    x = x[order]
    for j in range(x.shape[1]):
        x[:, j] = x[:, j] - x[:, j].sum() / len(x)
    return x, y[order]


# %% mean-kept: deviation-alone
import numpy as np


def prepare(x, y, order):
    return (x / np.sqrt(x.var(axis=0)))[order], y[order]


# %% variance-for-deviation: squared
def prepare(x, y, order):
    c = x - x.mean(axis=0)
    return (c / (c**2).mean(axis=0))[order], y[order]


# %% sample-deviation: n-minus-one
import numpy as np


def prepare(x, y, order):
    c = x - x.mean(axis=0)
    s = np.sqrt((c**2).sum(axis=0) / (len(x) - 1))
    return (c / s)[order], y[order]


# %% zero-to-one: ptp
import numpy as np


def prepare(x, y, order):
    return ((x - x.min(axis=0)) / np.ptp(x, axis=0))[order], y[order]


# %% order-reversed: writes-to-the-position
import numpy as np


def prepare(x, y, order):
    scaled = (x - x.mean(axis=0)) / x.std(axis=0)
    new_x, new_y = np.empty_like(scaled), np.empty_like(y)
    new_x[order], new_y[order] = scaled, y
    return new_x, new_y


# %% not-shuffled: indexes-and-throws-away
def prepare(x, y, order):
    x[order], y[order]
    return (x - x.mean(axis=0)) / x.std(axis=0), y


# %% labels-left-behind+one-scale-for-all: the-start
import numpy as np


def prepare(x, y, order):
    return ((x - np.mean(x)) / np.std(x))[order], y


# %% none: a-shuffle-of-its-own
import numpy as np


def prepare(x, y, order):
    order = np.random.default_rng(0).permutation(len(x))
    return ((x - x.mean(axis=0)) / x.std(axis=0))[order], y[order]


# %% parentheses-missing: no-parentheses-at-all
def prepare(x, y, order):
    return (x - x.mean(axis=0) / x.std(axis=0))[order], y[order]


# %% none: labels-scaled-too
def prepare(x, y, order):
    y = (y - y.mean()) / y.std()
    return ((x - x.mean(axis=0)) / x.std(axis=0))[order], y[order]


# %% none: largest-becomes-one
import numpy as np


def prepare(x, y, order):
    return (x / np.abs(x).max(axis=0))[order], y[order]


# %% none: median-for-mean
import numpy as np


def prepare(x, y, order):
    return ((x - np.median(x, axis=0)) / x.std(axis=0))[order], y[order]


# %% none: rows-twice-in-the-new-order
def prepare(x, y, order):
    x = x[order]
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    return x[order], y[order]


# %% none: only-x-returned
def prepare(x, y, order):
    return ((x - x.mean(axis=0)) / x.std(axis=0))[order]


# %% none: columns-reordered
def prepare(x, y, order):
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    return x[:, order], y[order]


# %% none: changes-x-and-returns-nothing
def prepare(x, y, order):
    x -= x.mean(axis=0)
    x /= x.std(axis=0)
    x[:], y[:] = x[order], y[order]
