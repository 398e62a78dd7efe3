"""The lesson Loss functions: right programs in unlike styles, wrong ones, and the figures.

Each string of VARIANTS and WRONG is the body of a function after its `def` line.
"""

import functools
import itertools
import re
import textwrap
from typing import Any

import numpy as np
import pytest

import nn
from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.exercise import Exercise, all_exercises
from course.figures.controls import Steps
from course.figures.figure import Figure
from course.lessons import lesson_folder, lessons_folder, load, part
from tests.extremes import extremes

FOLDERS = {
    name.removeprefix("loss/"): folder
    for name, folder in all_exercises(lessons_folder())
    if name.startswith("loss/")
}
LOADED = {name: Exercise(folder) for name, folder in FOLDERS.items()}
GUARD = Guard()

HEADS = {
    "softmax": "def softmax(z):",
    "cross-entropy": "def cross_entropy(z, y):",
    "gradient": "def gradient(z, y):",
    "temperature": "def best_temperature(z, y, temperatures):",
    "repair": "def keep(losses, patience):",
    "decay": "def update(parameters, gradients, learning_rate, weight_decay):",
}

VARIANTS = {
    "softmax": [
        "return nn.softmax(z)",
        "e = np.exp(z - z.max(1)[:, None]); return e / e.sum(1)[:, None]",
        "return np.exp(nn.log_softmax(z))",
        "m = np.max(z, axis=-1, keepdims=True); s = np.log(np.sum(np.exp(z - m), -1, "
        "keepdims=True)); "
        "return np.exp(z - m - s)",
        "return np.exp(z - np.logaddexp.reduce(z, axis=1, keepdims=True))",
        "return np.array([nn.softmax(row) for row in z])",
        "return [nn.softmax(row).tolist() for row in z]",
        "return 1 / np.exp(z[:, None, :] - z[:, :, None]).sum(axis=2) if abs(z).max() < 300 "
        "else nn.softmax(z)",
        """
        p = np.empty_like(z)
        for i in range(len(z)):
            e = np.exp(z[i] - max(z[i]))
            p[i] = e / sum(e)
        return p
        """,
        """
        rows = []
        for row in z.tolist():
            top = max(row)
            e = [math.exp(v - top) for v in row]
            rows.append([v / sum(e) for v in e])
        return rows
        """,
        """
        def one(row):
            top = max(row)
            total = math.fsum(math.exp(v - top) for v in row)
            return [math.exp(v - top) / total for v in row]
        return np.array(list(map(one, z)))
        """,
        """
        if len(z) > 1:
            return np.vstack([softmax(z[:1]), softmax(z[1:])])
        e = np.exp(z - z.max())
        return e / e.sum()
        """,
        """
        t = z.T
        e = np.exp(t - t.max(axis=0))
        return (e / e.sum(axis=0)).T
        """,
        """
        z = z.copy()
        z -= z.max(axis=1, keepdims=True)
        np.exp(z, out=z)
        z /= z.sum(axis=1, keepdims=True)
        return z
        """,
        """
        print(z.shape)
        e = np.exp(z - np.amax(z, axis=1).reshape(-1, 1))
        print(e)
        return np.divide(e, np.add.reduce(e, axis=1, keepdims=True))
        """,
        """
        e = np.exp((z - z.max(axis=1, keepdims=True)).astype(np.float32))
        return e / e.sum(axis=1, keepdims=True)
        """,
        """
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return np.einsum("nk,n->nk", e, 1 / np.einsum("nk->n", e))
        """,
        """
        class Softmax:
            def __init__(self, axis):
                self.axis = axis
            def __call__(self, z):
                e = np.exp(z - z.max(self.axis, keepdims=True))
                return e / e.sum(self.axis, keepdims=True)
        return Softmax(-1)(z)
        """,
        "return np.apply_along_axis(lambda r: np.exp(r - r.max()) / np.exp(r - "
        "r.max()).sum(), 1, z)",
        "d = z - np.sort(z, axis=1)[:, -1:]; e = math.e ** d; return e / (e @ "
        "np.ones((z.shape[1], 1)))",
        "e = 2 ** ((z - z.max(axis=1, keepdims=True)) / np.log(2)); return e / e.sum(1, "
        "keepdims=True)",
        "top = z[np.arange(len(z)), z.argmax(1)]; e = np.exp(z - top[:, np.newaxis]); "
        "return (e.T / e.T.sum(0)).T",
    ],
    "cross-entropy": [
        "return nn.cross_entropy(z, y)",
        "return -nn.log_softmax(z)[np.arange(len(y)), y].mean()",
        "return -np.mean(nn.log_softmax(z)[range(len(y)), y])",
        "return (np.logaddexp.reduce(z, axis=1) - z[np.arange(len(y)), y]).mean()",
        "return -(nn.one_hot(y, z.shape[1]) * nn.log_softmax(z)).sum() / len(z)",
        "return -(nn.one_hot(y, z.shape[1]) * nn.log_softmax(z)).sum(axis=1).mean()",
        "return -np.einsum('nk,nk->', nn.one_hot(y, z.shape[1]), nn.log_softmax(z)) / len(y)",
        "return -np.take_along_axis(nn.log_softmax(z), y[:, None], axis=1).mean()",
        "return np.mean([-nn.log_softmax(row)[label] for row, label in zip(z, y)])",
        "return sum(nn.cross_entropy(z[i:i + 1], y[i:i + 1]) for i in range(len(y))) / len(y)",
        "return float(-np.trace(nn.log_softmax(z)[:, y]) / len(y))",
        "return np.float32(nn.cross_entropy(z, y))",
        "return [nn.cross_entropy(z, y)]",
        """
        d = z - z[np.arange(len(y)), y][:, None]
        m = d.max(axis=1)
        return (m + np.log(np.exp(d - m[:, None]).sum(axis=1))).mean()
        """,
        """
        m = z.max(axis=1, keepdims=True)
        z = z - m
        log_p = z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))
        picked = log_p[np.arange(len(y)), y]
        print(picked)
        return -picked.sum() / picked.size
        """,
        """
        total = 0.0
        for row, label in zip(z.tolist(), y.tolist()):
            top = max(row)
            total += top + math.log(sum(math.exp(v - top) for v in row)) - row[label]
        return total / len(y)
        """,
        """
        losses = []
        for i in range(z.shape[0]):
            shifted = z[i] - np.max(z[i])
            losses.append(np.log(np.exp(shifted).sum()) - shifted[y[i]])
        return sum(losses) / len(losses)
        """,
        """
        if len(y) == 1:
            m = z.max()
            return m + np.log(np.exp(z - m).sum()) - z[0, y[0]]
        return (cross_entropy(z[:1], y[:1]) + (len(y) - 1) * cross_entropy(z[1:], y[1:])) / len(y)
        """,
        """
        true = z[np.arange(len(y)), y]
        total = np.full(len(y), -np.inf)
        for column in z.T:
            total = np.logaddexp(total, column)
        return np.average(total - true)
        """,
        """
        class Loss:
            def __init__(self, z):
                m = z.max(1)
                self.z, self.log_sum = z, m + np.log(np.exp(z.T - m).sum(0))
            def of(self, y):
                return self.log_sum - self.z[np.arange(len(y)), y]
        return Loss(z).of(y).mean()
        """,
        """
        mask = np.arange(z.shape[1]) == y[:, None]
        m = z.max(axis=1)
        return np.mean(np.log(np.exp(z - m[:, None]).sum(1)) + m - z[mask])
        """,
        """
        m = z.max(1, keepdims=True)
        e = np.exp(z - m)
        return (np.log(e.sum(1)) + np.where(nn.one_hot(y, z.shape[1]) > 0, m - z, 0).sum(1)).mean()
        """,
    ],
    "gradient": [
        "return nn.cross_entropy_gradient(z, y)",
        "return (nn.softmax(z) - nn.one_hot(y, z.shape[1])) / len(y)",
        "return (nn.softmax(z) - np.eye(z.shape[1])[y]) / z.shape[0]",
        "return -(np.eye(z.shape[1])[y] - nn.softmax(z)) * (1 / len(z))",
        "p = nn.softmax(z); p[range(len(y)), y] -= 1; p /= len(y); return p",
        "p = nn.softmax(z) / len(y); p[np.arange(len(y)), y] -= 1 / len(y); return p",
        "return (nn.softmax(z) - (np.arange(z.shape[1]) == y[:, None])) / len(y)",
        "return np.where(np.arange(z.shape[1]) == y[:, None], nn.softmax(z) - 1, "
        "nn.softmax(z)) / len(y)",
        "return np.array([nn.cross_entropy_gradient(z[i:i+1], y[i:i+1])[0] for i in "
        "range(len(y))]) / len(y)",
        "return [((nn.softmax(r) - np.eye(len(r))[t]) / len(y)).tolist() for r, t in zip(z, y)]",
        "p = nn.softmax(z); np.subtract.at(p, (np.arange(len(y)), y), 1); return "
        "np.divide(p, len(y))",
        "return nn.log_softmax_backward(-nn.one_hot(y, z.shape[1]) / len(y), z)",
        "return (nn.softmax(z).astype(np.float32) - nn.one_hot(y, z.shape[1])) / "
        "np.float32(len(y))",
        "return np.einsum('nk,->nk', nn.softmax(z) - nn.one_hot(y, z.shape[1]), 1 / len(y))",
        """
        e = np.exp(z - z.max(axis=1, keepdims=True))
        p = e / e.sum(axis=1, keepdims=True)
        wanted = np.zeros(z.shape)
        wanted[np.arange(len(y)), y] = 1
        print(p, wanted)
        return (p - wanted) / len(y)
        """,
        """
        g = np.zeros_like(z)
        for i, label in enumerate(y):
            p = nn.softmax(z[i])
            for k in range(len(p)):
                g[i, k] = (p[k] - (k == label)) / len(y)
        return g
        """,
        """
        g = []
        for row, label in zip(z.tolist(), y.tolist()):
            top = max(row)
            e = [math.exp(v - top) for v in row]
            g.append([v / sum(e) / len(y) for v in e])
            g[-1][label] -= 1 / len(y)
        return g
        """,
        """
        def rows(z, y):
            if len(y) == 0:
                return []
            p = nn.softmax(z[0])
            p[y[0]] -= 1
            return [p, *rows(z[1:], y[1:])]
        return np.array(rows(z, y)) / len(y)
        """,
        """
        p = nn.softmax(z)
        slope = np.zeros_like(p)
        jacobian = np.einsum("nk,kj->nkj", p, np.eye(p.shape[1])) - p[:, :, None] * p[:, None, :]
        logs = nn.log_softmax(z)
        return (np.exp(logs) - nn.one_hot(y, z.shape[1]) + 0 * jacobian.sum() + slope) / len(y)
        """,
        """
        class Rows:
            def __init__(self, z):
                self.p = nn.softmax(z)
            def minus(self, y):
                return self.p - nn.one_hot(y, self.p.shape[1])
        return Rows(z).minus(y) / len(y)
        """,
        """
        z = z - z.max(axis=1, keepdims=True)
        return nn.numerical_gradient(lambda v: nn.cross_entropy(v, y), z)
        """,
        "p = nn.softmax(z).T; p[y, np.arange(len(y))] -= 1; return p.T / y.size",
    ],
    "temperature": [
        "return temperatures[int(np.argmin([nn.cross_entropy(z / t, y) for t in temperatures]))]",
        "return min(temperatures, key=lambda t: nn.cross_entropy(z / t, y))",
        "return sorted(temperatures, key=lambda t: nn.cross_entropy(z / t, y))[0]",
        "return min((nn.cross_entropy(z / t, y), t) for t in temperatures)[1]",
        "return max(temperatures, key=lambda t: -nn.cross_entropy(z / t, y))",
        "return min(temperatures, key=lambda t: -nn.log_softmax(z / "
        "t)[np.arange(len(y)), y].sum())",
        "loss = {t: nn.cross_entropy(z / t, y) for t in temperatures}; return min(loss, "
        "key=loss.get)",
        "t = np.array(temperatures); return t[np.argmin([nn.cross_entropy(z / one, y) "
        "for one in t])]",
        "losses = [nn.cross_entropy((1 / t) * z, y) for t in temperatures]; "
        "return temperatures[losses.index(min(losses))]",
        "losses = np.array([nn.cross_entropy(z / t, y) for t in temperatures]); "
        "return np.array(temperatures)[losses == losses.min()][0]",
        "return temperatures[np.argsort([nn.cross_entropy(z / t, y) for t in temperatures])[0]]",
        "return np.float32(min(temperatures, key=lambda t: nn.cross_entropy(z / t, y)))",
        """
        best, least = None, np.inf
        for t in temperatures:
            loss = nn.cross_entropy(z / t, y)
            print(t, loss)
            if loss < least:
                best, least = t, loss
        return best
        """,
        """
        best = temperatures[0]
        for t in temperatures[1:]:
            if nn.cross_entropy(z / t, y) < nn.cross_entropy(z / best, y):
                best = t
        return best
        """,
        """
        t = np.array(temperatures)
        log_p = nn.log_softmax(z[None] / t[:, None, None])
        losses = -log_p[:, np.arange(len(y)), y].mean(axis=1)
        return float(t[losses.argmin()])
        """,
        """
        def loss(t):
            total = 0
            for row, label in zip(z / t, y):
                total += np.log(np.exp(row - row.max()).sum()) + row.max() - row[label]
            return total
        return min(temperatures, key=loss)
        """,
        """
        if len(temperatures) == 1:
            return temperatures[0]
        rest = best_temperature(z, y, temperatures[1:])
        first = temperatures[0]
        return first if nn.cross_entropy(z / first, y) <= nn.cross_entropy(z / rest, y) else rest
        """,
        """
        from functools import reduce
        loss = lambda t: nn.cross_entropy(z / t, y)
        return reduce(lambda a, b: b if loss(b) < loss(a) else a, temperatures)
        """,
        """
        class Scaled:
            def __init__(self, t):
                self.t = t
            def __lt__(self, other):
                return nn.cross_entropy(z / self.t, y) < nn.cross_entropy(z / other.t, y)
        return min(map(Scaled, temperatures)).t
        """,
        """
        i, place, least = 0, 0, float("inf")
        while i < len(temperatures):
            likely = np.prod(nn.softmax(z / temperatures[i])[np.arange(len(y)), y])
            if -likely < least:
                place, least = i, -likely
            i += 1
        return temperatures[place]
        """,
        "return max(temperatures, key=lambda t: "
        "np.log(nn.softmax(z / t)[np.arange(len(y)), y]).mean())",
    ],
    "repair": [
        """
        best = 0
        for epoch, loss in enumerate(losses):
            if loss < losses[best]:
                best = epoch
            if epoch - best == patience:
                return best
        return best
        """,
        """
        lowest, best, waited = losses[0], 0, 0
        for epoch in range(1, len(losses)):
            waited += 1
            if losses[epoch] < lowest:
                lowest, best, waited = losses[epoch], epoch, 0
            if waited >= patience:
                break
        return best
        """,
        """
        lowest, best, left = math.inf, -1, patience
        for epoch, loss in enumerate(losses):
            if loss < lowest:
                lowest, best, left = loss, epoch, patience
            else:
                left -= 1
                if not left:
                    break
        return best
        """,
        """
        epoch = best = 0
        while epoch < len(losses) and epoch - best <= patience:
            if losses[epoch] < losses[best]:
                best = epoch
            epoch += 1
        return best
        """,
        """
        def go(best, epoch):
            if epoch == len(losses) or epoch - best > patience:
                return best
            return go(epoch if losses[epoch] < losses[best] else best, epoch + 1)
        return go(0, 1)
        """,
        """
        best = 0
        while True:
            ahead = losses[best + 1 : best + 1 + patience]
            better = [i for i, loss in enumerate(ahead) if loss < losses[best]]
            if not better:
                return best
            best += better[0] + 1
        """,
        """
        best = 0
        while any(loss < losses[best] for loss in losses[best + 1 : best + patience + 1]):
            best = next(i for i in range(best + 1, len(losses)) if losses[i] < losses[best])
        return best
        """,
        """
        so_far = np.minimum.accumulate(losses)
        for stop in range(len(losses)):
            best = int(np.argmin(losses[: stop + 1]))
            if stop - best == patience:
                return best
        return losses.index(so_far[-1])
        """,
        """
        for stop in range(patience, len(losses)):
            best = losses.index(min(losses[: stop + 1]))
            if best + patience <= stop:
                return best
        return losses.index(min(losses))
        """,
        """
        best, waited = 0, 0
        for epoch, loss in list(enumerate(losses))[1:]:
            if loss >= losses[best]:
                waited = waited + 1
            else:
                best = epoch
                waited = 0
            if waited == patience:
                return best
        return best
        """,
        """
        class Stopper:
            def __init__(self):
                self.best, self.waited = 0, 0
            def see(self, epoch):
                if losses[epoch] < losses[self.best]:
                    self.best, self.waited = epoch, 0
                else:
                    self.waited += 1
                return self.waited == patience
        stopper = Stopper()
        for epoch in range(1, len(losses)):
            if stopper.see(epoch):
                break
        return stopper.best
        """,
        """
        records = [i for i in range(len(losses)) if all(losses[i] < l for l in losses[:i])]
        for here, after in zip(records, records[1:]):
            if after - here > patience:
                return here
        return records[-1]
        """,
        """
        records = [0]
        for i, loss in enumerate(losses):
            if loss < losses[records[-1]]:
                records.append(i)
        kept = records[0]
        for i in records[1:]:
            if i - kept > patience:
                break
            kept = i
        return kept
        """,
        """
        best, history = 0, []
        for epoch, loss in enumerate(losses):
            history.append(loss < losses[best] or epoch == 0)
            if history[-1]:
                best = epoch
            if len(history) > patience and not any(history[-patience:]):
                break
        return np.int64(best)
        """,
        """
        best = (losses[0], 0)
        for epoch in range(len(losses)):
            best = min(best, (losses[epoch], epoch))
            if epoch == best[1] + patience:
                break
        return best[1]
        """,
        """
        a = np.array(losses)
        best = 0
        while True:
            window = a[best + 1 : best + 1 + patience]
            if not (window < a[best]).any():
                return best
            best += 1 + int(np.argmax(window < a[best]))
        """,
        """
        from itertools import count
        best, waited = 0, 0
        for epoch in count(1):
            if epoch == len(losses) or waited == patience:
                return best
            improved = losses[epoch] < losses[best]
            best, waited = (epoch, 0) if improved else (best, waited + 1)
        """,
        """
        losses, best, waited, epoch = list(losses), 0, 0, 0
        lowest = losses.pop(0)
        while losses and waited < patience:
            epoch += 1
            loss = losses.pop(0)
            waited += 1
            if loss < lowest:
                lowest, best, waited = loss, epoch, 0
        return best
        """,
        """
        from functools import reduce
        def step(state, epoch):
            best, done = state
            if done:
                return state
            best = epoch if losses[epoch] < losses[best] else best
            return best, epoch - best == patience
        return reduce(step, range(len(losses)), (0, False))[0]
        """,
        """
        print(losses, patience)
        best = 0
        try:
            for epoch in range(len(losses)):
                best = epoch if losses[epoch] < losses[best] else best
                if epoch - best >= patience:
                    raise StopIteration
        except StopIteration:
            print("stopped")
        return float(best)
        """,
        """
        end = next((s for s in range(patience, len(losses))
                    if min(losses[s - patience + 1 : s + 1]) >= min(losses[: s - patience + 1])),
                   len(losses) - 1)
        return losses.index(min(losses[: end + 1]))
        """,
    ],
    "decay": [
        """
        return [
            p - learning_rate * (g + weight_decay * p)
            if p.ndim == 2 else p - learning_rate * g
            for p, g in zip(parameters, gradients, strict=True)
        ]
        """,
        """
        return [
            p * (1 - learning_rate * weight_decay) - learning_rate * g
            if p.ndim == 2 else p - learning_rate * g
            for p, g in zip(parameters, gradients, strict=True)
        ]
        """,
        """
        return [
            p - learning_rate * g - learning_rate * weight_decay * p
            if p.ndim == 2 else p - learning_rate * g
            for p, g in zip(parameters, gradients, strict=True)
        ]
        """,
        """
        return [
            (1 / learning_rate - weight_decay) * learning_rate * p - learning_rate * g
            if p.ndim == 2 else p - learning_rate * g
            for p, g in zip(parameters, gradients, strict=True)
        ]
        """,
        """
        return [
            p - np.multiply(learning_rate, np.add(g, np.multiply(weight_decay, p)))
            if p.ndim == 2 else np.subtract(p, learning_rate * g)
            for p, g in zip(parameters, gradients, strict=True)
        ]
        """,
        """
        return [
            p + -learning_rate * (weight_decay * p + g)
            if p.ndim == 2 else p + g * -learning_rate
            for p, g in zip(parameters, gradients, strict=True)
        ]
        """,
        """
        keep = 1 - learning_rate * weight_decay
        new = []
        for i, p in enumerate(parameters):
            new.append(p * (keep if i % 2 == 0 else 1) - learning_rate * gradients[i])
        return new
        """,
        """
        result = [None] * len(parameters)
        Ws, dWs = parameters[::2], gradients[::2]
        result[::2] = [W - learning_rate * (dW + weight_decay * W) for W, dW in zip(Ws, dWs)]
        result[1::2] = [b - learning_rate * db for b, db in zip(parameters[1::2], gradients[1::2])]
        return result
        """,
        """
        parameters = [p.copy() for p in parameters]
        for p, g in zip(parameters, gradients):
            if p.ndim > 1:
                p *= 1 - learning_rate * weight_decay
            p -= learning_rate * g
        return parameters
        """,
        """
        new = [p.copy() for p in parameters]
        nn.SGD(new, learning_rate, weight_decay=weight_decay).step(gradients)
        return new
        """,
        """
        gradients = list(gradients)
        for i in range(0, len(parameters), 2):
            gradients[i] = gradients[i] + weight_decay * parameters[i]
        return tuple(p - learning_rate * g for p, g in zip(parameters, gradients))
        """,
        """
        decays = [weight_decay * (len(np.shape(p)) == 2) for p in parameters]
        three = zip(parameters, gradients, decays)
        return [(1 - learning_rate * d) * p - learning_rate * g for p, g, d in three]
        """,
        """
        if not parameters:
            return []
        (W, b), (dW, db) = parameters[:2], gradients[:2]
        step = [W - learning_rate * (dW + weight_decay * W), b - learning_rate * db]
        return step + update(parameters[2:], gradients[2:], learning_rate, weight_decay)
        """,
        """
        def one(p, g):
            keep = 1 - learning_rate * weight_decay if p.ndim == 2 else 1
            return keep * p - learning_rate * g
        return list(map(one, parameters, gradients))
        """,
        """
        out = []
        for p, g in zip(parameters, gradients):
            p, g, decay = p.tolist(), g.tolist(), weight_decay * (p.ndim == 2)
            if decay or isinstance(p[0], list):
                pairs = [zip(*rows) for rows in zip(p, g)]
                out.append([[w - learning_rate * (s + decay * w) for w, s in row] for row in pairs])
            else:
                out.append([b - learning_rate * s for b, s in zip(p, g)])
        return out
        """,
        """
        new = []
        for p, g in zip(parameters, gradients):
            if p.ndim == 2:
                g = g + nn.numerical_gradient(lambda w: weight_decay / 2 * float((w**2).sum()), p)
            new.append(p - learning_rate * g)
        return new
        """,
        """
        new = []
        for p, g in zip(parameters, gradients):
            decay = np.zeros_like(p)
            if p.ndim == 2:
                decay += weight_decay * p
            new.append(p - learning_rate * g - learning_rate * decay)
        return new
        """,
        """
        both = iter(zip(parameters, gradients))
        new = []
        for W, dW in both:
            b, db = next(both)
            new += [W - learning_rate * (dW + weight_decay * W), b - learning_rate * db]
        return new
        """,
        """
        new = [p.astype(float) for p in parameters]
        for i in range(len(new)):
            shrink = learning_rate * weight_decay * new[i]
            new[i] -= learning_rate * gradients[i]
            if new[i].ndim == 2:
                new[i] -= shrink
        return new
        """,
        """
        keep = {1: 1.0, 2: 1 - learning_rate * weight_decay}
        return [keep[p.ndim] * p - learning_rate * g for p, g in zip(parameters, gradients)]
        """,
        """
        new = [p - learning_rate * g for p, g in zip(parameters, gradients)]
        for one, old in zip(new[::2], parameters[::2]):
            one -= weight_decay * learning_rate * old
        return new
        """,
    ],
}

# Wrong programs written otherwise than the known mistakes, with the diagnosis that they get.
WRONG = {
    "softmax": [
        ("overflow", "return np.exp(z) / np.sum(np.exp(z), axis=-1)[:, None]"),
        ("overflow", "return np.array([np.exp(r) / np.exp(r).sum() for r in z])"),
        ("overflow", "e = math.e ** z; return (e.T / e.T.sum(axis=0)).T"),
        ("wrong-axis", "return nn.softmax(z.T).T"),
        ("wrong-axis", "c = [nn.softmax(column) for column in z.T]; return np.stack(c, axis=1)"),
        ("whole-batch", "e = np.exp(z - z.max(1)[:, None]); return e / np.einsum('nk->', e)"),
        ("whole-batch-and-its-maximum", "return nn.softmax(z.ravel()).reshape(z.shape)"),
        ("maximum-of-the-batch", "e = np.exp(z - np.max(z)); return (e.T / np.sum(e, -1)).T"),
        ("not-divided", "p = nn.softmax(z); return p / p.max(axis=1, keepdims=True)"),
        ("exponential-forgotten", "return (z.T / np.einsum('nk->n', z)).T"),
        ("sigmoid", "return 0.5 + 0.5 * np.tanh(z / 2)"),
        ("base-two", "return nn.softmax(z * np.log(2))"),
        ("logarithm", "return z - np.logaddexp.reduce(z, axis=1)[:, None]"),
        ("clipped", "return nn.softmax(np.minimum(np.maximum(z, -500), 500))"),
        ("sign-turned", "return nn.softmax(-z)"),
        ("exponentials-alone", "return [[float(np.exp(v)) for v in row] for row in z]"),
        ("whole-batch-and-overflow", "total = sum(np.exp(z).ravel()); return np.exp(z) / total"),
        ("first-row-only", "return [nn.softmax(row) for row in z][0]"),
    ],
    "cross-entropy": [
        (
            "log-of-zero",
            "return np.mean([-np.log(nn.softmax(r))[t] for r, t in zip(z, y)])",
        ),
        (
            "log-of-zero",
            "p = np.exp(nn.log_softmax(z)); return -np.log(p[range(len(y)), y]).mean()",
        ),
        (
            "overflow",
            "e = [np.log(sum(np.exp(r))) - r[t] for r, t in zip(z, y)]; return np.mean(e)",
        ),
        (
            "overflow-in-softmax",
            "p = np.exp(z).T / np.exp(z).sum(1); return -np.log(p[y, np.arange(len(y))]).mean()",
        ),
        ("sum-not-mean", "return nn.cross_entropy(z, y) * len(y)"),
        (
            "sum-not-mean",
            """
            total = 0
            for row, label in zip(z, y):
                total += np.logaddexp.reduce(row) - row[label]
            return total
            """,
        ),
        ("not-averaged", "return [nn.cross_entropy(z[i:i+1], y[i:i+1]) for i in range(len(y))]"),
        ("mean-over-classes", "return -(nn.one_hot(y, z.shape[1]) * nn.log_softmax(z)).mean()"),
        ("log2", "return np.log2(np.e) * nn.cross_entropy(z, y)"),
        ("log10", "return nn.cross_entropy(z, y) / math.log(10)"),
        ("sign", "return (z[range(len(y)), y] - np.logaddexp.reduce(z, axis=1)).mean()"),
        (
            "sigmoid-of-the-true-class",
            "t = z[range(len(y)), y]; return np.mean(np.maximum(-t, 0) + "
            "np.log1p(np.exp(-abs(t))))",
        ),
        (
            "sigmoid-per-class",
            "return nn.log_loss_with_logits(z, nn.one_hot(y, z.shape[1])) * z.shape[1]",
        ),
        ("logit-alone", "return -sum(r[t] for r, t in zip(z, y)) / len(y)"),
        ("log-sum-alone", "return np.logaddexp.reduce(z, axis=1).mean()"),
        (
            "softmax-twice",
            "return -nn.log_softmax(nn.softmax(z))[np.arange(len(y)), y].mean()",
        ),
        ("likeliest-class", "return nn.cross_entropy(z, z.argmax(axis=1))"),
        ("all-classes", "return -nn.log_softmax(z).sum() / len(z)"),
        (
            "labels-for-every-row",
            "return np.mean([nn.cross_entropy(z, np.full(len(y), t)) for t in y])",
        ),
        ("wrong-axis", "return -nn.log_softmax(z.T)[y, np.arange(len(y))].mean()"),
        (
            "epsilon",
            "return -np.log(np.clip(nn.softmax(z), 1e-12, 1))[np.arange(len(y)), y].mean()",
        ),
        (
            "epsilon",
            "p = np.maximum(nn.softmax(z), 1e-15); return -(nn.one_hot(y, z.shape[1]) * np.log(p))"
            ".sum() / len(y)",
        ),
        (
            "squared-error",
            "return nn.squared_error(nn.softmax(z), nn.one_hot(y, z.shape[1])) * z.shape[1]",
        ),
        ("probability", "return np.mean([1 - nn.softmax(r)[t] for r, t in zip(z, y)])"),
        (
            "sum-and-log-of-zero",
            "return sum(-np.log(nn.softmax(r)[t]) for r, t in zip(z, y))",
        ),
        (
            "maximum-not-added-back",
            "return nn.cross_entropy(z, y) - np.max(z, axis=1).mean()",
        ),
    ],
    "gradient": [
        ("sign", "return -nn.cross_entropy_gradient(z, y)"),
        ("sign", "g = -nn.softmax(z); g[range(len(y)), y] += 1; return g / len(y)"),
        ("not-divided", "return len(y) * nn.cross_entropy_gradient(z, y)"),
        ("not-divided", "g = [nn.softmax(r) - np.eye(len(r))[t] for r, t in zip(z, y)]; return g"),
        ("sign-and-not-divided", "return np.eye(z.shape[1])[y] - nn.softmax(z)"),
        ("one-hot-missing", "return np.exp(nn.log_softmax(z)) / z.shape[0]"),
        (
            "others-left-out",
            "g = np.zeros_like(z); i = np.arange(len(y)); g[i, y] = nn.softmax(z)[i, y] - 1; "
            "return g / len(y)",
        ),
        ("divided-by-all", "return nn.cross_entropy_gradient(z, y) / z.shape[1]"),
        ("divided-by-classes", "return nn.cross_entropy_gradient(z, y) * len(y) / len(z[0])"),
        ("softmax-forgotten", "g = z.copy(); g[range(len(y)), y] -= 1; return g / len(y)"),
        ("label-not-one-hot", "return [(nn.softmax(r) - t) / len(y) for r, t in zip(z, y)]"),
        ("sigmoid-per-class", "return (1 / (1 + np.exp(-z)) - np.eye(z.shape[1])[y]) / len(y)"),
        (
            "wrong-axis",
            "e = np.exp(z - z.max(0)); return (e / e.sum(0) - np.eye(z.shape[1])[y]) / len(y)",
        ),
        ("doubled", "return nn.cross_entropy_gradient(z, y) + nn.cross_entropy_gradient(z, y)"),
        ("summed-over-batch", "return sum(nn.cross_entropy_gradient(z, y))"),
        (
            "squared-error",
            """
            p, wanted = nn.softmax(z), np.eye(z.shape[1])[y]
            g = 2 * (p - wanted) * p
            return (g - p * g.sum(axis=1, keepdims=True)) / len(y)
            """,
        ),
    ],
    "temperature": [
        ("multiplied", "return min(temperatures, key=lambda t: nn.cross_entropy(t * z, y))"),
        ("largest-loss", "return max(temperatures, key=lambda t: nn.cross_entropy(z / t, y))"),
        (
            "place-returned",
            "loss = [nn.cross_entropy(z / t, y) for t in temperatures]; return "
            "loss.index(min(loss))",
        ),
        ("surest", "return max(temperatures, key=lambda t: nn.softmax(z / t).max(axis=1).mean())"),
    ],
    "repair": [
        (
            "never-stops",
            "return int(np.argmin(losses))",
        ),
        (
            "one-too-patient",
            """
            best = 0
            for epoch, loss in enumerate(losses):
                best = epoch if loss < losses[best] else best
                if epoch - best > patience:
                    break
            return best
            """,
        ),
        (
            "stopped-epoch",
            """
            best = 0
            for epoch, loss in enumerate(losses):
                best = epoch if loss < losses[best] else best
                if epoch - best == patience:
                    break
            return epoch
            """,
        ),
    ],
    "decay": [
        (
            "biases-decayed",
            """
            keep = 1 - learning_rate * weight_decay
            return [keep * p - learning_rate * g for p, g in zip(parameters, gradients)]
            """,
        ),
        (
            "decay-without-rate",
            """
            new = []
            for p, g in zip(parameters, gradients):
                new.append((p * (1 - weight_decay) if p.ndim == 2 else p) - learning_rate * g)
            return new
            """,
        ),
        (
            "decay-after-step",
            """
            for p, g in zip(parameters, gradients):
                p -= learning_rate * g
                if p.ndim == 2:
                    p -= learning_rate * weight_decay * p
            return parameters
            """,
        ),
    ],
}


def program(exercise, body):
    """Return the whole program of a function's body."""
    lines = textwrap.indent(textwrap.dedent(body).strip("\n"), " " * 4)
    return f"import math\nimport numpy as np\nimport nn\n\n{HEADS[exercise]}\n{lines}\n"


def each(bodies):
    return [(exercise, body) for exercise, some in bodies.items() for body in some]


def test_every_function_has_twenty_variants():
    assert HEADS.keys() == LOADED.keys() == VARIANTS.keys()
    assert min(len(set(some)) for some in VARIANTS.values()) >= 20


@pytest.mark.parametrize(("exercise", "body"), each(VARIANTS))
def test_a_right_program_passes_in_whatever_style(exercise, body):
    verdict = check(LOADED[exercise], program(exercise, body), GUARD)
    assert verdict.result == "pass", verdict.message


@pytest.mark.parametrize(("exercise", "wrong"), each(WRONG))
def test_a_mistake_is_named_however_it_is_written(exercise, wrong):
    slug, body = wrong
    verdict = check(LOADED[exercise], program(exercise, body), GUARD)
    assert (verdict.result, verdict.diagnosis) == ("fail", slug), verdict.message


# ---- figures and measured numbers ----

LESSON = lesson_folder(lessons_folder(), "loss")
FIGURES = sorted(path.stem for path in (LESSON / "figures").glob("*.py"))


@functools.cache
def figure(name):
    return Figure(part(lessons_folder(), "loss", "figures", name))


def drawn(name, **values):
    return figure(name).draw(values)


def corners(control):
    return (0, control.count - 1) if isinstance(control, Steps) else extremes(control)


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_holds_in_every_corner_of_its_controls(name):
    controls = figure(name).controls
    said = set()
    for values in itertools.product(*map(corners, controls)):
        svg = drawn(name, **{one.name: value for one, value in zip(controls, values, strict=True)})
        assert svg.markup().count("</") < 150
        assert "nan" not in svg.summary or name == "overflow"
        said.add(svg.summary)
    assert len(said) > 2 if controls else len(said) == 1


def test_a_shift_of_all_logits_changes_neither_probability_nor_loss():
    plain, shifted = (drawn("logits", shift=by).summary.split("The true") for by in (0, 5))
    assert plain[1].partition("Added")[0] == shifted[1].partition("Added")[0]
    assert plain[0] != shifted[0]  # the logit itself has moved


@pytest.mark.parametrize(
    ("size", "kind", "said"),
    [
        (700, "float64", "Both ways give the same p"),
        (710, "float64", "e^z is too large"),
        (-750, "float64", "all e^z are 0"),
        (90, "float32", "e^z is too large"),
        (-100, "float32", "lost its digits"),
        (20, "float16", "e^z is too large"),
    ],
)
def test_overflow_comes_where_the_numbers_end(size, kind, said):
    summary = drawn("overflow", size=size, kind=kind).summary
    assert said in summary
    assert "subtracted, p is 0.66" in summary


def loss_said(**values):
    return float(drawn("logits", **values).summary.partition("the loss is ")[2].split(". ")[0])


@pytest.mark.parametrize("drawing", ["0", "1", "2", "3", "4"])
def test_a_bar_that_is_dragged_moves_the_loss(drawing):
    still = loss_said(drawing=drawing)
    assert (
        loss_said(drawing=drawing, mine=(0, 2)) < still < loss_said(drawing=drawing, mine=(0, -2))
    )
    assert loss_said(drawing=drawing, rival=(0, -2)) < still
    far = drawn("logits", drawing=drawing, mine=(0, 18), rival=(0, -18), shift=5).markup()
    heights = [float(y) for y in re.findall(r'cy="([\d.]+)" r="\d+" class="plane-handle"', far)]
    plane = load(part(lessons_folder(), "loss", "figures", "logits")).LOGIT
    assert heights == [plane.top, plane.top + plane.height]  # both grips stop at its ends


def test_numbers_near_0_leave_room_for_larger_ones():
    module = load(part(lessons_folder(), "loss", "figures", "logits"))
    svg = drawn("logits", drawing="3")
    rows: dict[float, list[str]] = {y: [] for y in module.ROWS}
    for text in (one for one in svg.parts() if "loss-number" in str(one.attributes.get("class"))):
        rows.get(float(text.attributes["y"]), []).append(text.text())
    p = nn.softmax(np.array([module.shared.LOGITS[3]]))[0]
    true = module.shared.LABELS[3]
    written = [k for k in range(10) if p[k] >= module.NEAR or k == true]
    assert rows[module.ROWS[0]] == [f"{p[k]:.2f}".removeprefix("0") for k in written]
    assert rows[module.ROWS[2]] == []


@pytest.mark.parametrize("kind", ["float64", "float32", "float16"])
@pytest.mark.parametrize("size", [-1000, -100, -15, 0, 9, 12, 90, 720])
def test_an_exponent_is_marked_where_its_power_is_lost(kind, size):
    with np.errstate(all="ignore"):
        powers = np.exp(np.array([size + step for step in (2, 1, 0)], kind))
    lost = int(((powers == 0) | ~np.isfinite(powers)).sum())
    assert drawn("overflow", size=size, kind=kind).markup().count("loss-out") == lost


def opening(name, control):
    return next(one.value for one in figure(name).controls if one.name == control)


def test_the_temperature_opens_away_from_the_outlines_of_1():
    assert opening("temperature", "temperature") == 2
    assert drawn("temperature").markup().count("h24V") > 10


def test_the_curves_open_after_the_validation_loss_has_turned_and_can_go_on():
    samples = load(LESSON / "data" / "samples.py")
    losses, epoch = samples.CURVES["clean"]["validation"], opening("curves", "epoch")
    assert losses[epoch] > 1.1 * min(losses[:epoch])
    assert epoch < len(losses) - 1


def test_the_measured_numbers_agree_with_each_other():
    samples = load(LESSON / "data" / "samples.py")
    for network, right in samples.RIGHT.items():
        for measured in samples.CALIBRATION[network].values():
            counts, _, shares = np.array(measured["bins"]).T
            assert counts.sum() == samples.TESTED
            assert counts @ shares / samples.TESTED == pytest.approx(right, abs=1e-3)
        losses = {t: one["loss"] for t, one in samples.CALIBRATION[network].items()}
        assert min(losses.values()) < losses[1.0]
    one = samples.DRAWINGS[3]
    loss = nn.cross_entropy(np.array([one["logits"]]), np.array([one["label"]]))
    assert f"loss is {loss:.3f}" in drawn("logits", drawing="3").summary


def test_every_cell_runs_in_order_and_prints_what_the_text_says(capsys):
    text = (LESSON / "lesson.md").read_text(encoding="utf-8")
    cells = re.findall(r"^```\{cell\} (\S+)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    page: dict[str, Any] = {}
    printed = {}
    for name, code in cells:
        exec(compile(code, name, "exec"), page)
        printed[name] = capsys.readouterr().out
    assert "[0.87752811 0.71845965]" in printed["softmax"]
    assert float(printed["first-loss"]) == pytest.approx(2.36, abs=0.005)
    assert "nan" in printed["overflow"].partition("maximum subtracted")[0]
    assert "nan" not in printed["overflow"].partition("maximum subtracted")[2]
    assert "says 0.973, right 0.784" in printed["groups"]
    curve = dict(re.findall(r"epoch +(\d+): .*validation ([\d.]+)", printed["curves"]))
    assert min(curve, key=lambda epoch: float(curve[epoch])) == "20"
    assert float(curve["1000"]) > float(curve["0"])
