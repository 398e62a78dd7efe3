# %% all-classes: truth-not-used
import nn
import numpy as np


def cross_entropy(z, y):
    logs = nn.log_softmax(z)
    total = 0
    for row in logs:
        total -= np.sum(row)
    return total / len(y)


# %% epsilon: 1e-12-added
import nn
import numpy as np


def cross_entropy(z, y):
    one_hot = np.eye(z.shape[1])[y]
    return np.mean(-np.sum(one_hot * np.log(nn.softmax(z) + 1e-12), axis=1))


# %% epsilon: 1e-7-as-in-keras
import nn
import numpy as np


def cross_entropy(z, y):
    p = np.clip(nn.softmax(z), 1e-7, 1 - 1e-7)
    return -np.mean([np.log(p[i, t]) for i, t in enumerate(y)])


# %% epsilon: 1e-8-added
import nn
import numpy as np


def cross_entropy(z, y):
    return -np.mean(np.log(nn.softmax(z)[np.arange(len(y)), y] + 1e-8))


# %% epsilon: clipped-as-in-scikit-learn
import numpy as np


def cross_entropy(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p = np.clip(p, 1e-15, 1 - 1e-15)
    total = 0
    for i in range(len(y)):
        total -= np.log(p[i][y[i]])
    return total / len(y)


# %% epsilon: maximum
import nn
import numpy as np


def cross_entropy(z, y):
    likely = nn.softmax(z)[np.arange(y.size), y]
    return float(-np.log(np.maximum(likely, 1e-9)).mean())


# %% epsilon: second-1e-10-in-a-loop
import nn
import numpy as np


def cross_entropy(z, y):
    total = 0
    for p, true in zip(nn.softmax(z), y):
        total += -np.log(max(p[true], 1e-10))
    return total / len(y)


# %% first-row-only: return-inside-the-loop
import nn


def cross_entropy(z, y):
    logs = nn.log_softmax(z)
    total = 0
    for i in range(len(y)):
        total -= logs[i, y[i]]
        return total / len(y)


# %% labels-for-every-row: all-rows
import numpy as np


def cross_entropy(z, y):
    m = np.max(z, axis=1, keepdims=True)
    log_p = z - m - np.log(np.sum(np.exp(z - m), axis=1, keepdims=True))
    return -log_p[:, y].mean()


# %% likeliest-class: max
import nn


def cross_entropy(z, y):
    return -nn.log_softmax(z).max(axis=1).mean()


# %% log-of-zero: nn-softmax
import nn
import numpy as np


def cross_entropy(z, y):
    p = nn.softmax(z)
    return -np.log(p[range(len(p)), y]).sum() / len(p)


# %% log-of-zero: one-hot-sum
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1)[:, None])
    return e / e.sum(axis=1)[:, None]


def cross_entropy(z, y):
    target = np.zeros(z.shape)
    target[np.arange(len(y)), y] = 1
    return -np.log((softmax(z) * target).sum(axis=1)).mean()


# %% log-of-zero: safe-softmax-loop
import numpy as np


def cross_entropy(z, y):
    losses = []
    for row, label in zip(z, y):
        e = np.exp(row - np.max(row))
        p = e / np.sum(e)
        losses.append(-np.log(p[label]))
    return np.mean(losses)


# %% log-of-zero: second-dot-product
import numpy as np


def cross_entropy(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    losses = []
    for i in range(len(y)):
        target = np.zeros(z.shape[1])
        target[y[i]] = 1
        losses.append(-np.log(np.dot(target, p[i])))
    return sum(losses) / len(losses)


# %% log-sum-alone: true-logit-left-out
import numpy as np


def cross_entropy(z, y):
    return np.logaddexp.reduce(z, axis=1).mean()


# %% log10: math
import math

import nn


def cross_entropy(z, y):
    logs = nn.log_softmax(z) / math.log(10)
    return -sum(logs[i][y[i]] for i in range(len(y))) / len(y)


# %% log2: loop
import math

import numpy as np


def cross_entropy(z, y):
    result = []
    for row, k in zip(z, y):
        top = max(row)
        s = sum(math.exp(v - top) for v in row)
        result.append(math.log2(s) - (row[k] - top) / math.log(2))
    return np.mean(result)


# %% log2-and-log-of-zero: probabilities
import nn
import numpy as np


def cross_entropy(z, y):
    p = nn.softmax(z)
    return np.mean([-np.log2(p[i, y[i]]) for i in range(len(y))])


# %% logarithm-forgotten: mean-of-p
import nn


def cross_entropy(z, y):
    p = nn.softmax(z)
    return sum(p[i, k] for i, k in enumerate(y)) / len(p)


# %% logarithms-mixed: half-of-it
import numpy as np


def cross_entropy(z, y):
    m = z.max(axis=1)
    lse = m + np.log2(np.exp(z - m[:, None]).sum(axis=1))
    return (lse - z[np.arange(len(y)), y]).mean()


# %% logit-alone: minus-z
import numpy as np


def cross_entropy(z, y):
    return -np.mean([row[k] for row, k in zip(z, y)])


# %% maximum-not-added-back: loop
import numpy as np


def cross_entropy(z, y):
    out = 0
    for row, t in zip(z, y):
        shifted = row - row.max()
        out += np.log(np.exp(shifted).sum()) - row[t]
    return out / len(y)


# %% maximum-not-added-back: second-max-forgotten
import numpy as np


def cross_entropy(z, y):
    shifted = z - np.amax(z, axis=1, keepdims=True)
    return np.mean(np.log(np.sum(np.exp(shifted), axis=1)) - z[np.arange(len(z)), y])


# %% maximum-of-the-batch: log-sum-exp
import numpy as np


def cross_entropy(z, y):
    m = z.max()
    lse = m + np.log(np.exp(z - m).sum(axis=1))
    return (lse - z[np.arange(len(y)), y]).mean()


# %% mean-over-classes: one-hot-mean
import nn
import numpy as np


def cross_entropy(z, y):
    truth = np.eye(z.shape[1])[y]
    return -np.mean(truth * nn.log_softmax(z))


# %% mean-over-classes: second-size
import nn


def cross_entropy(z, y):
    logs = nn.log_softmax(z)
    return -sum(logs[i, t] for i, t in enumerate(y)) / z.size


# %% none: entropy-of-p
import nn


def cross_entropy(z, y):
    return -(nn.softmax(z) * nn.log_softmax(z)).sum(axis=1).mean()


# %% none: hinge
import numpy as np


def cross_entropy(z, y):
    true = z[np.arange(len(y)), y]
    margins = np.maximum(0, z - true[:, None] + 1)
    margins[np.arange(len(y)), y] = 0
    return margins.sum(axis=1).mean()


# %% none: labels-counted-from-one
import nn
import numpy as np


def cross_entropy(z, y):
    return -nn.log_softmax(z)[np.arange(len(y)), y - 1].mean()


# %% none: last-row-left-out
import nn


def cross_entropy(z, y):
    logs = nn.log_softmax(z)
    total = 0
    for i in range(len(y) - 1):
        total -= logs[i, y[i]]
    return total / len(y)


# %% none: logits-clipped
import nn
import numpy as np


def cross_entropy(z, y):
    logs = nn.log_softmax(np.clip(z, -50, 50))
    return -logs[np.arange(len(y)), y].mean()


# %% none: logs-averaged-first
import nn
import numpy as np


def cross_entropy(z, y):
    # the logarithm of the mean, and not the mean of the logarithms
    p = nn.softmax(z)[np.arange(len(y)), y]
    return -np.log(p.mean())


# %% none: perplexity
import nn
import numpy as np


def cross_entropy(z, y):
    return np.exp(-nn.log_softmax(z)[np.arange(len(y)), y].mean())


# %% none: second-log1p
import numpy as np


def cross_entropy(z, y):
    m = z.max(axis=1)
    return (m + np.log1p(np.exp(z - m[:, None]).sum(axis=1)) - z[np.arange(len(y)), y]).mean()


# %% none: second-maximum-added-twice
import numpy as np


def cross_entropy(z, y):
    m = z.max(axis=1)
    return (m + np.log(np.exp(z - m[:, None]).sum(axis=1)) - z[np.arange(len(y)), y] + m).mean()


# %% not-averaged: list
import nn
import numpy as np


def cross_entropy(z, y):
    logs = nn.log_softmax(z)
    return np.array([-logs[i, k] for i, k in enumerate(y)])


# %% not-averaged-and-log-of-zero: vector
import nn
import numpy as np


def cross_entropy(z, y):
    p = nn.softmax(z)
    return -np.log(np.take_along_axis(p, y[:, None], 1)).ravel()


# %% overflow: plain-log-sum-exp
import numpy as np


def cross_entropy(z, y):
    losses = [np.log(np.sum(np.exp(row))) - row[k] for row, k in zip(z, y)]
    return sum(losses) / len(losses)


# %% overflow: second-logs-of-sums
import numpy as np


def cross_entropy(z, y):
    s = np.zeros(len(y))
    for k in range(z.shape[1]):
        s += np.exp(z[:, k])
    true = np.take_along_axis(z, y[:, None], axis=1)[:, 0]
    return np.average(np.log(s) - true)


# %% overflow-in-softmax: as-on-paper
import numpy as np


def cross_entropy(z, y):
    exps = np.exp(z)
    total = 0
    for i in range(len(y)):
        total += -np.log(exps[i, y[i]] / exps[i].sum())
    return total / len(y)


# %% overflow-in-softmax: math
import math


def softmax(row):
    powers = [math.exp(v) for v in row]
    return [v / sum(powers) for v in powers]


def cross_entropy(z, y):
    loss = 0
    for row, k in zip(z, y):
        loss -= math.log(softmax(row)[k])
    return loss / len(y)


# %% probability: one-minus-p
import nn
import numpy as np


def cross_entropy(z, y):
    p = nn.softmax(z)
    return np.mean([1 - p[i, k] for i, k in enumerate(y)])


# %% right: differences-to-the-true-logit
import numpy as np


def cross_entropy(z, y):
    d = z - np.take_along_axis(z, y[:, None], axis=1)
    return np.logaddexp.reduce(d, axis=1).mean()


# %% right: log-softmax
import nn


def cross_entropy(z, y):
    logs = nn.log_softmax(z)
    return -sum(logs[i, k] for i, k in enumerate(y)) / len(y)


# %% right: loops
import math


def cross_entropy(z, y):
    total = 0.0
    for row, true in zip(z, y):
        m = max(row)
        total += m + math.log(sum(math.exp(v - m) for v in row)) - row[true]
    return total / len(y)


# %% right: one-hot
import numpy as np


def cross_entropy(z, y):
    truth = np.eye(z.shape[1])[y]
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -np.einsum("nk,nk->", truth, log_p) / len(z)


# %% right: ready-made
import nn


def cross_entropy(z, y):
    return nn.cross_entropy(z, y)


# %% right: second-mask
import nn
import numpy as np


def cross_entropy(z, y):
    mask = np.arange(z.shape[1]) == y[:, None]
    return float(np.mean(-nn.log_softmax(z)[mask]))


# %% right: second-numerically-by-differences
import numpy as np


def cross_entropy(z, y):
    total = 0.0
    for i, true in enumerate(y):
        others = [z[i, k] - z[i, true] for k in range(z.shape[1])]
        top = max(others)
        total += top + np.log(sum(np.exp(o - top) for o in others))
    return np.array([total / len(y)])


# %% right: transposed
import numpy as np


def cross_entropy(logits, targets):
    columns = np.asarray(logits, dtype=float).T
    peak = columns.max(axis=0)
    losses = peak + np.log(np.exp(columns - peak).sum(axis=0))
    losses -= [logits[i][t] for i, t in enumerate(targets)]
    return np.average(losses)


# %% sigmoid-of-the-true-class: logaddexp
import numpy as np


def cross_entropy(z, y):
    true = z[np.arange(len(y)), y]
    return np.logaddexp(0, -true).mean()


# %% sigmoid-per-class: binary-cross-entropy
import numpy as np


def cross_entropy(z, y):
    truth = np.zeros_like(z)
    truth[np.arange(len(y)), y] = 1
    # -log sigmoid(z) and -log(1 - sigmoid(z)), both safe
    on, off = np.logaddexp(0, -z), np.logaddexp(0, z)
    return (truth * on + (1 - truth) * off).sum(axis=1).mean()


# %% sign: minus-forgotten
import nn
import numpy as np


def cross_entropy(z, y):
    chosen = np.take_along_axis(nn.log_softmax(z), y.reshape(-1, 1), axis=1)
    return chosen.mean()


# %% sign: second-true-minus-logsum
import numpy as np


def cross_entropy(z, y):
    m = z.max(axis=1, keepdims=True)
    logsum = m[:, 0] + np.log(np.exp(z - m).sum(axis=1))
    return np.mean([z[i, t] - logsum[i] for i, t in enumerate(y)])


# %% sign-and-log-of-zero: minus-forgotten
import nn
import numpy as np


def cross_entropy(z, y):
    p = nn.softmax(z)
    loss = 0
    for probabilities, true in zip(p, y):
        loss += np.log(probabilities[true])
    return loss / len(y)


# %% softmax-twice: nn-after-softmax
import nn
import numpy as np


def cross_entropy(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return nn.cross_entropy(p, y)


# %% softmax-twice: second-log-softmax-of-p
import nn
import numpy as np


def cross_entropy(z, y):
    p = nn.softmax(z)
    logs = p - np.log(np.exp(p).sum(axis=1, keepdims=True))
    return -logs[np.arange(len(y)), y].mean()


# %% squared-error: loops
import nn


def cross_entropy(z, y):
    p = nn.softmax(z)
    loss = 0
    for i in range(len(y)):
        for k in range(z.shape[1]):
            target = 1 if k == y[i] else 0
            loss += (p[i, k] - target) ** 2
    return loss / len(y)


# %% squared-error: second-one-hot
import nn
import numpy as np


def cross_entropy(z, y):
    return np.mean(np.sum((np.eye(z.shape[1])[y] - nn.softmax(z)) ** 2, axis=1))


# %% sum-and-log-of-zero: probabilities
import nn
import numpy as np


def cross_entropy(z, y):
    p = nn.softmax(z)
    s = 0
    for i in range(len(y)):
        s -= np.log(p[i, y[i]])
    return s


# %% sum-not-mean: accumulator
import numpy as np


def cross_entropy(z, y):
    total = 0
    for i in range(len(z)):
        m = z[i].max()
        total += np.log(np.exp(z[i] - m).sum()) + m - z[i, y[i]]
    return total


# %% sum-not-mean: log-softmax
import nn


def cross_entropy(z, y):
    return -nn.log_softmax(z)[range(len(y)), y].sum()


# %% sum-not-mean: second-einsum
import nn
import numpy as np


def cross_entropy(z, y):
    return -np.einsum("nk,nk->", np.eye(z.shape[1])[y], nn.log_softmax(z))


# %% wrong-axis: log-softmax-down-the-columns
import numpy as np


def cross_entropy(z, y):
    shifted = z - z.max(axis=0)
    logs = shifted - np.log(np.exp(shifted).sum(axis=0))
    return -np.mean([logs[i, y[i]] for i in range(len(y))])


# %% zero-times-infinity: second-one-hot-times-log
import numpy as np


def cross_entropy(z, y):
    # 0 * log 0 is nan, also at the classes that are not true
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.sum(np.eye(z.shape[1])[y] * np.log(p)) / len(y)
