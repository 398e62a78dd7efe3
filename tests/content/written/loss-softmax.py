# %% base-two: exp2
import numpy as np


def softmax(z):
    m = np.max(z, axis=1, keepdims=True)
    return np.exp2(z - m) / np.sum(np.exp2(z - m), axis=1, keepdims=True)


# %% base-two: power
import numpy as np


def softmax(z):
    e = np.power(2.0, z - z.max(axis=1)[:, None])
    return e / e.sum(axis=1)[:, None]


# %% clipped: at-50
import numpy as np


def softmax(z):
    safe = np.clip(z, -50, 50)
    e = np.exp(safe)
    return e / e.sum(axis=1, keepdims=True)


# %% clipped: at-700
import numpy as np


def softmax(z):
    z = np.where(z > 700, 700, z)
    e = np.exp(z)
    return e / e.sum(axis=1).reshape(-1, 1)


# %% clipped: second-at-200
import numpy as np


def softmax(z):
    e = np.exp(np.clip(z, -200, 200))
    return e / e.sum(axis=1, keepdims=True)


# %% exponential-forgotten: shares-of-logits
import numpy as np


def softmax(z):
    totals = np.sum(z, axis=1)
    return np.array([row / t for row, t in zip(z, totals)])


# %% exponentials-alone: comprehension
import numpy as np


def softmax(z):
    return np.array([[np.exp(v) for v in row] for row in z])


# %% first-row-only: indexed
import numpy as np


def softmax(z):
    logits = z[0]
    e = np.exp(logits - logits.max())
    return e / e.sum()


# %% first-row-only: second-return-in-the-loop
import numpy as np


def softmax(z):
    for row in z:
        e = np.exp(row - row.max())
        return e / e.sum()


# %% hard-maximum: one-hot
import numpy as np


def softmax(z):
    p = np.zeros(z.shape)
    for i, best in enumerate(np.argmax(z, axis=1)):
        p[i, best] = 1.0
    return p


# %% keepdims-forgotten: second-np-sum
import numpy as np


def softmax(z):
    shifted = (z.T - z.max(axis=1)).T
    return np.exp(shifted) / np.sum(np.exp(shifted), axis=1)


# %% likeliest-only: max-of-each-row
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return p.max(axis=1)


# %% logarithm: log-softmax
import numpy as np


def softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


# %% maximum-of-the-batch: rows-after
import numpy as np


def softmax(z):
    biggest = np.max(z)
    out = np.empty(z.shape)
    for i in range(len(z)):
        e = np.exp(z[i] - biggest)
        out[i] = e / e.sum()
    return out


# %% maximum-of-the-batch: second-python-max
import numpy as np


def softmax(z):
    biggest = max(max(row) for row in z)
    p = []
    for row in z:
        e = np.exp(row - biggest)
        p.append(e / e.sum())
    return np.array(p)


# %% mean-taken-off: plain
import numpy as np


def softmax(z):
    z = z - z.mean(axis=1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


# %% minimum-taken-off: loop
import numpy as np


def softmax(z):
    out = z.astype(float).copy()
    for i in range(len(z)):
        out[i] = np.exp(out[i] - min(out[i]))
        out[i] /= sum(out[i])
    return out


# %% none: divided-by-the-maximum
import numpy as np


def softmax(z):
    z = z / z.max(axis=1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


# %% none: divided-by-the-number-of-classes
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / z.shape[1]


# %% none: nan-to-num
import numpy as np


def softmax(z):
    with np.errstate(all="ignore"):
        e = np.exp(z)
        return np.nan_to_num(e / e.sum(axis=1, keepdims=True))


# %% none: one-added-to-the-sum
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / (1 + e.sum(axis=1, keepdims=True))


# %% none: second-mean-for-sum
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.mean(axis=1, keepdims=True)


# %% none: squares-for-exponentials
import numpy as np


def softmax(z):
    s = z**2
    return s / s.sum(axis=1, keepdims=True)


# %% none: standardised
import numpy as np


def softmax(z):
    scaled = (z - z.mean(axis=1, keepdims=True)) / z.std(axis=1, keepdims=True)
    e = np.exp(scaled)
    return e / e.sum(axis=1, keepdims=True)


# %% none: zeros-left-in
import numpy as np


def softmax(z):
    p = np.zeros_like(z)
    for i in range(len(z)):
        e = np.exp(z[i] - z[i].max())
        for k in range(1, len(e)):
            p[i, k] = e[k] / e.sum()
    return p


# %% not-divided: divided-by-the-largest
import numpy as np


def softmax(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / e.max(axis=1, keepdims=True)


# %% not-divided: no-sum
import numpy as np


def softmax(z):
    top = z.max(axis=1)
    for_each_row = [np.exp(row - t) for row, t in zip(z, top)]
    return np.stack(for_each_row)


# %% not-divided: second-result-thrown-away
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    e / e.sum(axis=1, keepdims=True)
    return e


# %% overflow: math-exp
import math

import numpy as np


def softmax(z):
    p = np.zeros(z.shape)
    for i in range(z.shape[0]):
        s = 0
        for j in range(z.shape[1]):
            s += math.exp(z[i, j])
        for j in range(z.shape[1]):
            p[i, j] = math.exp(z[i, j]) / s
    return p


# %% overflow: power-of-e
import numpy as np


def softmax(z):
    counts = np.e**z
    return counts / counts.sum(axis=-1)[:, None]


# %% overflow: row-by-row
import numpy as np


def softmax(z):
    return np.array([np.exp(row) / np.sum(np.exp(row)) for row in z])


# %% overflow: second-exp-matrix-product
import numpy as np


def softmax(z):
    e = np.exp(z)
    return e / (e @ np.ones((z.shape[1], 1)))


# %% right: apply-along-axis
import numpy as np


def one(row):
    e = np.exp(row - row.max())
    return e / e.sum()


def softmax(z):
    return np.apply_along_axis(one, 1, z)


# %% right: einsum
import numpy as np


def softmax(z):
    m = np.sort(z, axis=1)[:, -1]
    e = np.exp((z.T - m).T)
    return np.einsum("nk,n->nk", e, 1 / np.einsum("nk->n", e))


# %% right: log-sum-exp
import numpy as np


def logsumexp(a):
    m = np.amax(a, axis=1)
    return m + np.log(np.sum(np.exp(a - m[:, np.newaxis]), axis=1))


def softmax(z):
    return np.exp(z - logsumexp(z)[:, np.newaxis])


# %% right: logaddexp
import numpy as np


def softmax(z):
    return np.exp(z - np.logaddexp.reduce(z, axis=1, keepdims=True))


# %% right: loops
import math

import numpy as np


def softmax(z):
    out = []
    for row in z:
        biggest = max(row)
        powers = [math.exp(v - biggest) for v in row]
        total = sum(powers)
        out.append([v / total for v in powers])
    return np.array(out)


# %% right: quotient-of-differences
import numpy as np


def softmax(z):
    # p_k = 1 / sum_j exp(z_j - z_k); too large an exponent means a probability of 0
    differences = z[:, None, :] - z[:, :, None]
    with np.errstate(over="ignore"):
        return 1 / np.exp(differences).sum(axis=2)


# %% right: second-twice-shifted
import numpy as np


def softmax(z):
    z = np.subtract(z, np.max(z, axis=1).reshape((-1, 1)))
    e = np.exp(np.maximum(z, -745))
    return np.divide(e, np.matmul(e, np.ones((z.shape[1], 1))))


# %% right: second-while
import math


def softmax(z):
    result = []
    i = 0
    while i < len(z):
        row = [float(v) for v in z[i]]
        m = sorted(row)[-1]
        s = math.fsum(math.exp(v - m) for v in row)
        result.append([math.exp(v - m - math.log(s)) for v in row])
        i += 1
    return result


# %% right: tiny-epsilon
import numpy as np


def softmax(z):
    shifted = z - np.max(z, axis=-1, keepdims=True)
    e = np.exp(shifted)
    return e / (np.sum(e, axis=-1, keepdims=True) + 1e-12)


# %% right: transposed
import numpy as np


def softmax(z):
    t = np.array(z, dtype=float).T
    t -= t.max(axis=0)
    np.exp(t, out=t)
    t /= t.sum(axis=0)
    return t.T


# %% sigmoid: each-logit
import numpy as np


def squash(v):
    return 1.0 / (1.0 + np.exp(-v)) if v >= 0 else np.exp(v) / (1.0 + np.exp(v))


def softmax(z):
    return np.vectorize(squash)(z)


# %% sigmoid-shares: then-divided
import numpy as np


def softmax(z):
    s = 1 / (1 + np.exp(-z))
    return s / s.sum(axis=1, keepdims=True)


# %% sign-turned: exp-of-minus
import numpy as np


def softmax(z):
    low = np.min(z, axis=1, keepdims=True)
    e = np.exp(-(z - low))
    return e / e.sum(axis=1, keepdims=True)


# %% sign-turned: second-max-minus-z
import numpy as np


def softmax(z):
    m = z.max(axis=1, keepdims=True)
    e = np.exp(m - z)
    return e / e.sum(axis=1, keepdims=True)


# %% sum-over-the-columns: maximum-by-row
import numpy as np


def softmax(z):
    m = np.array([max(row) for row in z])
    e = np.exp(z - m.reshape(-1, 1))
    return e / e.sum(0)


# %% whole-batch: python-sum-of-sums
import numpy as np


def softmax(z):
    e = np.zeros_like(z, dtype=float)
    for i, row in enumerate(z):
        e[i] = np.exp(row - row.max())
    total = sum(sum(row) for row in e)
    return e / total


# %% whole-batch-and-its-maximum: from-a-blog
import numpy as np


def softmax(x):
    """Compute softmax values for each set of scores in x."""
    e_x = np.exp(x - np.max(x))
    return e_x / e_x.sum()


# %% whole-batch-and-its-maximum: second-loops
import numpy as np


def softmax(z):
    top = z.max()
    total = 0
    for row in z:
        for v in row:
            total += np.exp(v - top)
    return np.array([[np.exp(v - top) / total for v in row] for row in z])


# %% whole-batch-and-overflow: np-sum
import numpy as np


def softmax(z):
    e = np.exp(z)
    return np.divide(e, np.sum(e))


# %% wrong-axis: second-transposed-twice
import numpy as np


def softmax(z):
    t = z.T
    e = np.exp(t - t.max(axis=1, keepdims=True))
    return (e / e.sum(axis=1, keepdims=True)).T


# %% wrong-axis: zip
import numpy as np


def softmax(z):
    columns = []
    for column in zip(*z):
        column = np.array(column)
        e = np.exp(column - np.max(column))
        columns.append(e / np.sum(e))
    return np.array(columns).T


# %% wrong-axis-and-overflow: axis-0
import numpy as np


def softmax(z):
    numerator = np.exp(z)
    denominator = np.add.reduce(numerator, axis=0)
    return numerator / denominator
