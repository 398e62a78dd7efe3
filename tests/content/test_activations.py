"""The lesson Activations: right programs in unlike styles, for every function; the figures.

Each string of VARIANTS is a whole program, or the body of the function after its `def` line.
"""

import itertools
import math
import re
import textwrap

import numpy as np
import pytest

from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.exercise import Exercise, all_exercises
from course.figures.figure import Figure
from course.lessons import lessons_folder, load, part
from tests.extremes import extremes

EXERCISES = dict(all_exercises(lessons_folder()))
GUARD = Guard()

HEADS = {
    "sigmoid": ("sigmoid", "def sigmoid(z):"),
    "relu_slope": ("slopes", "def relu_slope(z):"),
    "sigmoid_slope": ("slopes", "def sigmoid_slope(z):"),
    "chain_slope": ("chain", "def chain_slope(x, weights):"),
    "collapse": ("collapse", "def collapse(W1, b1, W2, b2):"),
    "forward": ("repair", "def forward(x, layers):"),
    "dead": ("dead", "def dead(x, W, b):"),
    "bend_weights": ("follow", "def bend_weights(x, y):"),
    "he": ("start", "def he(fan_out, fan_in, rng):"),
}

# What the exercise's other function needs, so that only one varies.
BESIDE = {
    "relu_slope": "def sigmoid_slope(z):\n    return nn.sigmoid_slope(z)\n",
    "sigmoid_slope": "def relu_slope(z):\n    return nn.relu_slope(z)\n",
}

VARIANTS = {
    "sigmoid": [
        "return nn.sigmoid(z)",
        "return 0.5 * (1 + np.tanh(z / 2))",
        "return np.exp(-np.logaddexp(0, -z))",
        "return 1 / (1 + np.exp(-np.clip(z, -500, 500)))",
        "return 1 / (1 + np.exp(np.minimum(-z, 700)))",
        "e = np.exp(-abs(z)); return np.where(z < 0, e / (1 + e), 1 / (1 + e))",
        "e = np.exp(-np.abs(z)); return np.where(z > 0, 1 / (1 + e), 1 - 1 / (1 + e))",
        "p, m = np.maximum(z, 0), np.minimum(z, 0); return np.exp(m) / (np.exp(-p) + np.exp(m))",
        "n = np.exp(np.minimum(z, 0)); return n / (1 + np.exp(-np.abs(z)))",
        """
        a = np.empty_like(z)
        up = z >= 0
        a[up] = 1 / (1 + np.exp(-z[up]))
        e = np.exp(z[~up])
        a[~up] = e / (1 + e)
        return a
        """,
        """
        flat = [1 / (1 + math.exp(-v)) if v >= 0 else math.exp(v) / (1 + math.exp(v))
                for v in z.ravel().tolist()]
        return np.array(flat).reshape(z.shape)
        """,
        """
        def one(v):
            if v >= 0:
                return 1 / (1 + math.exp(-v))
            return 1 - one(-v)
        return np.vectorize(one, otypes=[float])(z)
        """,
        """
        a = np.zeros(z.shape)
        for place, v in np.ndenumerate(z):
            a[place] = 1 / (1 + math.exp(-v)) if v > -700 else 0
        return a
        """,
        """
        if isinstance(z, list):
            return [sigmoid(v) for v in z]
        if isinstance(z, float):
            return 0.0 if z < -700 else 1 / (1 + math.exp(-z))
        return np.array(sigmoid(z.tolist()))
        """,
        "z = z.astype(np.float32); e = np.exp(-np.abs(z)); return np.where(z >= 0, 1, e) / (1 + e)",
        "print(z); a = np.tanh(0.5 * z); a += 1; a /= 2; print(a); return a",
        "z = z.copy(); z[z < -500] = -500; z = np.exp(-z); return 1 / (1 + z)",
        "return np.piecewise(z, [z >= 0], [lambda v: 1 / (1 + np.exp(-v)), "
        "lambda v: np.exp(v) / (1 + np.exp(v))])",
        """
        class Sigmoid:
            def __call__(self, z):
                half = np.tanh(z / 2) / 2
                return half + 0.5
        return Sigmoid()(z)
        """,
        "sign = np.sign(z); e = np.exp(-sign * z); return (1 + sign * (1 - e) / (1 + e)) / 2",
        "e = np.exp(-np.fabs(z)); d = np.reciprocal(1 + e); return np.select([z >= 0], [d], e * d)",
        "out = np.negative(np.abs(z)); np.exp(out, out=out); t = np.where(z >= 0, 1.0, out); "
        "out += 1; t /= out; return t",
    ],
    "relu_slope": [
        "return nn.relu_slope(z)",
        "return z > 0",
        "return z >= 0",
        "return (z > 0) * 1",
        "return (z > 0).astype(np.float32)",
        "return np.heaviside(z, 0)",
        "return np.heaviside(z, 1)",
        "return np.heaviside(z, 0.5)",
        "return (np.sign(z) + 1) / 2",
        "return np.where(z <= 0, 0, 1)",
        "s = np.zeros_like(z); s[z > 0] = 1; return s",
        "s = np.ones(z.shape); s[z < 0] = 0; return s",
        "z = z.copy(); z[z > 0] = 1; z[z < 0] = 0; return z",
        "return np.sign(np.maximum(z, 0))",
        "return np.ceil(np.clip(z, 0, 1e-9))",
        "return np.vectorize(lambda v: 1.0 if v > 0 else 0.0)(z)",
        "return np.array([float(v > 0) for v in z.ravel()]).reshape(z.shape)",
        """
        s = np.empty(z.shape)
        for place in np.ndindex(z.shape):
            s[place] = 1 if z[place] > 0 else 0
        return s
        """,
        """
        def walk(part):
            return [walk(p) for p in part] if isinstance(part, list) else int(part > 0)
        return walk(z.tolist())
        """,
        "h = 1e-7; return (np.maximum(z + h, 0) - np.maximum(z, 0)) / h",
        "print('z', z); a = np.maximum(z, 0); return (a > 0).astype(int)",
        "return np.greater(z, 0, dtype=bool)",
        "return np.select([z > 0, z <= 0], [1.0, 0.0])",
        "return np.logical_not(z <= 0)",
    ],
    "sigmoid_slope": [
        "return nn.sigmoid_slope(z)",
        "return nn.sigmoid(z) * nn.sigmoid(-z)",
        "a = nn.sigmoid(z); return a - a**2",
        "a = nn.sigmoid(z); return a - a * a",
        "a = nn.sigmoid(z); b = 1 - a; return np.multiply(a, b)",
        "e = np.exp(-np.abs(z)); return e / (1 + e) ** 2",
        "return 0.25 * (1 - np.tanh(z / 2) ** 2)",
        "t = np.tanh(z / 2); return (1 - t) * (1 + t) / 4",
        "return 1 / (2 + 2 * np.cosh(np.clip(z, -300, 300)))",
        "return 0.25 / np.cosh(np.clip(z / 2, -300, 300)) ** 2",
        "return np.exp(-np.logaddexp(0, -z) - np.logaddexp(0, z))",
        "a = 1 / (1 + np.exp(-np.clip(z, -500, 500))); return a * (1 - a)",
        "a = 1 / (1 + np.exp(-z)); return a * (1 - a)",
        "h = 1e-5; return (nn.sigmoid(z + h) - nn.sigmoid(z - h)) / (2 * h)",
        "return np.array([a * (1 - a) for a in nn.sigmoid(z).ravel()]).reshape(z.shape)",
        "return np.vectorize(lambda a: a * (1 - a))(nn.sigmoid(z))",
        "z = z.astype(np.float32); a = nn.sigmoid(z); return a * (1 - a)",
        """
        s = np.zeros_like(z)
        for place, v in np.ndenumerate(z):
            e = math.exp(-abs(v))
            s[place] = e / (1 + e) ** 2
        return s
        """,
        """
        def from_a(a):
            return a * (1 - a)
        return from_a(a=nn.sigmoid(z))
        """,
        "print(z); a = nn.sigmoid(z.copy()); a *= 1 - a; print(a); return a",
        "a = nn.sigmoid(z); return np.einsum('...,...->...', a, 1 - a)",
        "return (lambda a: -(a**2) + a)(nn.sigmoid(z)).tolist()",
    ],
    "chain_slope": [
        "return nn.chain(x, weights).products[-1]",
        "c = nn.chain(x, weights); return np.prod(c.slopes * weights)",
        """
        result = 1
        for w in weights:
            z = w * x
            result *= w * nn.sigmoid_slope(z)
            x = nn.sigmoid(z)
        return result
        """,
        """
        slopes = []
        for w in weights:
            x = nn.sigmoid(w * x)
            slopes.append(x * (1 - x))
        return np.prod(slopes) * np.prod(weights)
        """,
        """
        if len(weights) == 0:
            return 1.0
        a = nn.sigmoid(weights[0] * x)
        return weights[0] * a * (1 - a) * chain_slope(a, weights[1:])
        """,
        """
        i, a, p = 0, x, 1.0
        while i < len(weights):
            a = 1 / (1 + np.exp(-weights[i] * a))
            p = p * (1 - a) * weights[i] * a
            i += 1
        return p
        """,
        """
        a = [x]
        for w in weights:
            a.append(1 / (1 + math.exp(-w * a[-1])))
        return math.prod(w * v * (1 - v) for w, v in zip(weights, a[1:]))
        """,
        """
        a = np.zeros(len(weights) + 1)
        a[0] = x
        for i in range(len(weights)):
            a[i + 1] = nn.sigmoid(a[i] * weights[i])
        return (weights * a[1:] * (1 - a[1:])).prod()
        """,
        """
        a, z = x, []
        for w in weights:
            z += [w * a]
            a = nn.sigmoid(z[-1])
        return np.cumprod(weights * nn.sigmoid_slope(np.array(z)))[-1]
        """,
        """
        from functools import reduce
        def step(state, w):
            a = nn.sigmoid(w * state[0])
            return a, state[1] * w * a * (1 - a)
        return reduce(step, weights, (x, 1.0))[1]
        """,
        """
        total, sign = 0.0, 1
        for w in weights:
            x = nn.sigmoid(w * x)
            total += np.log(abs(w) * x * (1 - x))
            sign *= np.sign(w)
        return sign * np.exp(total)
        """,
        """
        def run(v):
            for w in weights:
                v = nn.sigmoid(w * v)
            return v
        h = 1e-5
        return (run(x + h) - run(x - h)) / (2 * h)
        """,
        """
        acts = []
        for w in weights:
            x = nn.sigmoid(w * x)
            acts.append(x)
        back = 1.0
        for w, a in zip(weights[::-1], acts[::-1]):
            back = back * a * (1 - a) * w
        return back
        """,
        """
        class Layer:
            def __init__(self, w):
                self.w = w
            def __call__(self, v, d):
                a = nn.sigmoid(self.w * v)
                return a, d * self.w * (a - a**2)
        d = 1.0
        for layer in map(Layer, weights):
            x, d = layer(x, d)
        return d
        """,
        """
        p = np.float32(1)
        for w in weights.astype(np.float32):
            x = nn.sigmoid(np.float32(w * x))
            p *= w * x * (1 - x)
        return p
        """,
        """
        print(x, weights)
        p = 1
        for k, w in enumerate(weights):
            x = nn.sigmoid(w * x)
            print(k, x)
            p = p * (x - x * x) * w
        return float(p)
        """,
        """
        p = np.array([1.0])
        a = np.array([x])
        for w in weights:
            a = nn.sigmoid(a * w)
            p = p * w * a * (1 - a)
        return p
        """,
        """
        a = 0.5 * (1 + np.tanh(weights[0] * x / 2))
        p = weights[0] * a * (1 - a)
        for w in weights[1:]:
            a = 0.5 * (1 + np.tanh(w * a / 2))
            p *= w * a * (1 - a)
        return p
        """,
        """
        def factors(a):
            for w in weights:
                a = nn.sigmoid(w * a)
                yield w * a * (1 - a)
        return math.prod(factors(x))
        """,
        """
        weights = list(weights)
        p = 1.0
        while weights:
            w = weights.pop(0)
            x = nn.sigmoid(w * x)
            p *= w * x * (1 - x)
        return p
        """,
        """
        w = np.asarray(weights).reshape(-1, 1, 1)
        a, J = np.array([[float(x)]]), np.eye(1)
        for one in w:
            a = nn.sigmoid(a @ one)
            J = J @ one * a * (1 - a)
        return J.item()
        """,
    ],
    "collapse": [
        "return W2 @ W1, W2 @ b1 + b2",
        "return [W2 @ W1, W2 @ b1 + b2]",
        "return nn.collapse(W1, b1, W2, b2)",
        "return W2.dot(W1), W2.dot(b1) + b2",
        "return np.matmul(W2, W1), np.matmul(W2, b1) + b2",
        "return nn.matmul(W2, W1), b2 + b1 @ W2.T",
        "return (W1.T @ W2.T).T, b1 @ W2.T + b2",
        "return np.einsum('oh,hi->oi', W2, W1), np.einsum('oh,h->o', W2, b1) + b2",
        "return np.tensordot(W2, W1, axes=1), np.tensordot(W2, b1, axes=1) + b2",
        "return np.inner(W2, W1.T), np.inner(W2, b1) + b2",
        "return (W2[:, :, None] * W1[None]).sum(1), (W2 * b1).sum(1) + b2",
        "print(W1.shape); W = W2 @ W1; print(W.shape); b = b2.copy(); b += W2 @ b1; return W, b",
        "return (W2 @ W1).astype(np.float32), (W2 @ b1 + b2).astype(np.float32)",
        "return (W2 @ W1).tolist(), (W2 @ b1 + b2).tolist()",
        """
        W = np.zeros((W2.shape[0], W1.shape[1]))
        b = np.zeros(len(b2))
        for o in range(W.shape[0]):
            for i in range(W.shape[1]):
                for h in range(W1.shape[0]):
                    W[o, i] += W2[o, h] * W1[h, i]
            for h in range(W1.shape[0]):
                b[o] += W2[o, h] * b1[h]
            b[o] += b2[o]
        return W, b
        """,
        """
        W = [[sum(w * v for w, v in zip(row, column)) for column in W1.T] for row in W2]
        b = [sum(w * v for w, v in zip(row, b1)) + extra for row, extra in zip(W2, b2)]
        return W, b
        """,
        """
        def f(x):
            return W2 @ (W1 @ x + b1) + b2
        b = f(np.zeros(W1.shape[1]))
        W = np.stack([f(e) - b for e in np.eye(W1.shape[1])], axis=1)
        return W, b
        """,
        """
        A1 = np.vstack([np.column_stack([W1, b1]), np.eye(1, W1.shape[1] + 1, W1.shape[1])])
        A2 = np.column_stack([W2, b2])
        A = A2 @ A1
        return A[:, :-1], A[:, -1]
        """,
        """
        class Linear:
            def __init__(self, W, b):
                self.W, self.b = W, b
            def after(self, first):
                return Linear(self.W @ first.W, self.W @ first.b + self.b)
        both = Linear(W2, b2).after(Linear(W1, b1))
        return both.W, both.b
        """,
        "x = np.eye(W1.shape[1]); b = W2 @ b1 + b2; "
        "return (((x @ W1.T + b1) @ W2.T + b2) - b).T, b",
        "both = W2 @ np.column_stack([W1, b1]); return both[:, :-1], both[:, -1] + b2",
        "return np.linalg.multi_dot([np.eye(len(W2)), W2, W1]), (W2 @ b1[:, None])[:, 0] + b2",
    ],
    "forward": [
        "return nn.MLP([W for W, _ in layers], [b for _, b in layers]).forward(x).logits",
        """
        *hidden, (W, b) = layers
        for V, c in hidden:
            x = np.maximum(0, x @ V.T + c)
        return x @ W.T + b
        """,
        """
        for i, (W, b) in enumerate(layers):
            x = x @ W.T + b
            if i < len(layers) - 1:
                x = np.maximum(x, 0)
        return x
        """,
        """
        a = z = x
        for W, b in layers:
            z = a @ W.T + b
            a = np.maximum(z, 0)
        return z
        """,
        """
        W, b = layers[0]
        z = x @ W.T + b
        if len(layers) == 1:
            return z
        return forward(np.maximum(z, 0), layers[1:])
        """,
        """
        W, b = layers[-1]
        if layers[:-1]:
            x = np.maximum(forward(x, layers[:-1]), 0)
        return x @ W.T + b
        """,
        """
        z = x @ layers[0][0].T + layers[0][1]
        for W, b in layers[1:]:
            z = np.maximum(z, 0) @ W.T + b
        return z
        """,
        """
        for W, b in layers[:-1]:
            z = np.einsum('ni,oi->no', x, W) + b
            x = z * (z > 0)
        return np.einsum('ni,oi->no', x, layers[-1][0]) + layers[-1][1]
        """,
        """
        for W, b in layers[:-1]:
            x = nn.relu(nn.linear(x, W, b))
        return nn.linear(x, *layers[-1])
        """,
        """
        x = x.T
        for W, b in layers[:-1]:
            x = np.maximum(W @ x + b[:, None], 0)
        W, b = layers[-1]
        return (W @ x + b[:, None]).T
        """,
        """
        rows = []
        for a in x:
            for W, b in layers[:-1]:
                a = np.maximum(W @ a + b, 0)
            rows.append(layers[-1][0] @ a + layers[-1][1])
        return rows
        """,
        """
        def relu(z):
            return [max(0.0, v) for v in z]
        def linear(a, W, b):
            return [sum(w * v for w, v in zip(row, a)) + c for row, c in zip(W, b)]
        out = []
        for a in x:
            for W, b in layers[:-1]:
                a = relu(linear(a, W, b))
            out.append(linear(a, *layers[-1]))
        return out
        """,
        """
        i = 0
        while i < len(layers):
            W, b = layers[i]
            x = x.dot(W.T) + b
            i += 1
            if i != len(layers):
                x = np.where(x > 0, x, 0)
        return x
        """,
        """
        layers = list(layers)
        W, b = layers.pop()
        for V, c in layers:
            x = (x @ V.T + c).clip(0)
        return x @ W.T + b
        """,
        """
        bends = [nn.relu] * (len(layers) - 1) + [nn.identity]
        for (W, b), bend in zip(layers, bends):
            x = bend(x @ W.T + b)
        return x
        """,
        """
        x = x.astype(np.float32)
        for W, b in layers[:-1]:
            x = np.maximum(x @ W.T.astype(np.float32) + b.astype(np.float32), 0)
        return x @ layers[-1][0].T + layers[-1][1]
        """,
        """
        from functools import reduce
        a = reduce(lambda a, p: np.maximum(a @ p[0].T + p[1], 0), layers[:-1], x)
        return a @ layers[-1][0].T + layers[-1][1]
        """,
        """
        class Layer:
            def __init__(self, W, b, last):
                self.W, self.b, self.last = W, b, last
            def __call__(self, a):
                z = a @ self.W.T + self.b
                return z if self.last else (z + abs(z)) / 2
        for i, (W, b) in enumerate(layers, start=1):
            x = Layer(W, b, i == len(layers))(x)
        return x
        """,
        """
        for W, b in layers[:-1]:
            x = x @ W.T + b
            print(x)
            x[x < 0] = 0
        W, b = layers[-1]
        return x @ W.T + b
        """,
        """
        ones = np.ones((len(x), 1))
        for k, (W, b) in enumerate(layers):
            if k:
                x = np.maximum(x, 0)
            x = np.hstack([x, ones]) @ np.column_stack([W, b]).T
        return x
        """,
        """
        last = layers[-1]
        for pair in layers:
            x = np.matmul(x, pair[0].transpose()) + pair[1]
            if pair is not last:
                x = np.fmax(x, 0)
        return x
        """,
    ],
    "dead": [
        "return nn.dead_units(nn.linear(x, W, b))",
        "return (x @ W.T + b <= 0).all(axis=0)",
        "return (x @ W.T + b).max(axis=0) <= 0",
        "return ~(x @ W.T + b > 0).any(axis=0)",
        "return np.logical_not(np.any(x @ W.T + b > 0, axis=0))",
        "return (np.maximum(x @ W.T + b, 0) == 0).all(axis=0)",
        "return np.maximum(x @ W.T + b, 0).sum(axis=0) == 0",
        "return np.maximum(x @ W.T + b, 0).max(axis=0) == 0",
        "return np.count_nonzero(x @ W.T + b > 0, axis=0) == 0",
        "return (W @ x.T + b[:, None] <= 0).all(axis=1)",
        "return (W @ x.T + b.reshape(-1, 1)).max(1) <= 0",
        "return np.all(np.einsum('ni,ui->nu', x, W) <= -b, axis=0)",
        "return [all(v <= 0 for v in column) for column in (x @ W.T + b).T]",
        "return [int(not (x @ w + c > 0).any()) for w, c in zip(W, b)]",
        "return nn.relu_slope(nn.linear(x, W, b)).mean(axis=0) == 0",
        "return np.where((x @ W.T + b).max(axis=0) > 0, 0, 1)",
        "return np.logical_and.reduce(x @ W.T + b <= 0)",
        "z = x @ W.T; z += b; print(z); return (z <= 0).min(axis=0).astype(np.float32)",
        """
        flags = []
        for unit in range(len(W)):
            alive = False
            for example in x:
                if sum(w * v for w, v in zip(W[unit], example)) + b[unit] > 0:
                    alive = True
                    break
            flags.append(not alive)
        return np.array(flags)
        """,
        """
        flags = np.ones(len(W), dtype=bool)
        for row in x:
            flags &= W @ row + b <= 0
        return flags
        """,
        """
        if len(x) == 1:
            return x[0] @ W.T + b <= 0
        return dead(x[:1], W, b) & dead(x[1:], W, b)
        """,
        """
        class Unit:
            def __init__(self, w, c):
                self.w, self.c = w, c
            def outputs(self, x):
                return np.maximum(x @ self.w + self.c, 0)
        return [not Unit(w, c).outputs(x).any() for w, c in zip(W, b)]
        """,
    ],
    "bend_weights": [
        "return nn.relu_through(x, y).weights[1][0]",
        "return np.diff(np.diff(y) / np.diff(x), prepend=0)",
        "s = np.diff(y) / np.diff(x); return np.append(s[0], np.diff(s))",
        "s = np.diff(y) / np.diff(x); return np.concatenate([s[:1], s[1:] - s[:-1]])",
        "s = np.diff(y) / np.diff(x); return np.hstack((s[0], np.diff(s)))",
        "s = np.diff(y) / np.diff(x); return np.r_[s[0], np.diff(s)]",
        "s = np.diff(y) / np.diff(x); s[1:] -= s[:-1].copy(); return s",
        "s = (y[1:] - y[:-1]) / (x[1:] - x[:-1]); return s - np.append(0, s)[:-1]",
        "s = np.diff(y) / np.diff(x); before = np.roll(s, 1); before[0] = 0; return s - before",
        "s = [0.0, *(np.diff(y) / np.diff(x))]; return [b - a for a, b in zip(s, s[1:])]",
        "s = np.insert(np.diff(y) / np.diff(x), 0, 0); return s[1:] - s[:-1]",
        "s = np.ediff1d(y) / np.ediff1d(x); return np.ediff1d(s, to_begin=s[0])",
        "return np.diff(np.diff(y) / np.diff(x), prepend=0).astype(np.float32)",
        "return np.diff(np.diff(y) / np.diff(x), prepend=0).tolist()",
        """
        weights, before = [], 0
        for i in range(len(x) - 1):
            slope = (y[i + 1] - y[i]) / (x[i + 1] - x[i])
            weights.append(slope - before)
            before = slope
        return np.array(weights)
        """,
        """
        weights = np.zeros(len(x) - 1)
        for i in range(len(weights)):
            so_far = sum(weights[j] * (x[i + 1] - x[j]) for j in range(i))
            weights[i] = (y[i + 1] - y[0] - so_far) / (x[i + 1] - x[i])
        return weights
        """,
        """
        A = np.maximum(x[1:, None] - x[None, :-1], 0)
        return np.linalg.solve(A, y[1:] - y[0])
        """,
        """
        A = np.maximum(x[:, None] - x[:-1], 0)
        return np.linalg.lstsq(A, y - y[0], rcond=None)[0]
        """,
        """
        slopes = [(d - c) / (b - a) for a, b, c, d in zip(x, x[1:], y, y[1:])]
        return [slopes[0]] + [slopes[i] - slopes[i - 1] for i in range(1, len(slopes))]
        """,
        """
        D = np.eye(len(x) - 1) - np.eye(len(x) - 1, k=-1)
        return D @ (np.diff(y) / np.diff(x))
        """,
        """
        from itertools import accumulate, pairwise
        points = list(zip(x.tolist(), y.tolist()))
        slopes = [(d - b) / (c - a) for (a, b), (c, d) in pairwise(points)]
        return [slopes[0], *(after - before for before, after in pairwise(slopes))]
        """,
        """
        if len(x) == 2:
            return [(y[1] - y[0]) / (x[1] - x[0])]
        first = list(bend_weights(x[:-1], y[:-1]))
        slope = (y[-1] - y[-2]) / (x[-1] - x[-2])
        return [*first, slope - sum(first)]
        """,
    ],
    "he": [
        "return nn.he(fan_out, fan_in, rng)",
        "return rng.normal(size=(fan_out, fan_in)) * np.sqrt(2 / fan_in)",
        "return rng.normal(0, np.sqrt(2 / fan_in), (fan_out, fan_in))",
        "return rng.normal(0.0, (2 / fan_in) ** 0.5, size=[fan_out, fan_in])",
        "return rng.standard_normal((fan_out, fan_in)) / np.sqrt(fan_in / 2)",
        "return (2 / fan_in) ** 0.5 * rng.standard_normal((fan_out, fan_in), dtype=np.float32)",
        "limit = np.sqrt(6 / fan_in); return rng.uniform(-limit, limit, (fan_out, fan_in))",
        "return (2 * rng.random((fan_out, fan_in)) - 1) * np.sqrt(6 / fan_in)",
        "return (rng.random((fan_out, fan_in)) - 0.5) * np.sqrt(24 / fan_in)",
        "return rng.choice([-1.0, 1.0], (fan_out, fan_in)) * np.sqrt(2 / fan_in)",
        "return rng.laplace(0, 1 / np.sqrt(fan_in), (fan_out, fan_in))",
        "return rng.triangular(-1, 0, 1, (fan_out, fan_in)) * np.sqrt(12 / fan_in)",
        "W = rng.normal(size=(fan_out, fan_in)); W *= math.sqrt(2 / fan_in); return W",
        "W = rng.normal(size=(fan_in, fan_out)); return W.T * np.sqrt(2 / fan_in)",
        "W = rng.normal(size=fan_out * fan_in); W *= (2 / fan_in) ** 0.5; "
        "return W.reshape(fan_out, -1)",
        "W = rng.normal(size=(fan_out, fan_in)); W -= W.mean(); return W / W.std() * "
        "np.sqrt(2 / fan_in)",
        "return (rng.normal(size=(fan_out, fan_in)) * np.sqrt(2 / fan_in)).tolist()",
        "print(fan_out); W = np.empty((fan_out, fan_in)); W[:] = rng.normal(size=W.shape); "
        "return W * np.sqrt(2 / fan_in)",
        """
        rows = []
        for _ in range(fan_out):
            rows.append(rng.normal(size=fan_in) * np.sqrt(2 / fan_in))
        return np.array(rows)
        """,
        """
        scale = math.sqrt(2 / fan_in)
        return [[scale * rng.normal() for _ in range(fan_in)] for _ in range(fan_out)]
        """,
        """
        W = np.zeros((fan_out, fan_in))
        for i in range(fan_out):
            for j in range(fan_in):
                W[i, j] = rng.uniform(-1, 1) * (6 / fan_in) ** 0.5
        return W
        """,
        """
        u, v = rng.random((2, fan_out, fan_in))
        return np.sqrt(-2 * np.log(1 - u)) * np.cos(2 * np.pi * v) * np.sqrt(2 / fan_in)
        """,
        """
        W = rng.normal(size=(fan_out, fan_in))
        while (np.abs(W) > 2).any():
            far = np.abs(W) > 2
            W[far] = rng.normal(size=far.sum())
        return W / 0.8796 * np.sqrt(2 / fan_in)
        """,
        """
        own = np.random.default_rng(rng.integers(2**32))
        return own.normal(size=(fan_out, fan_in)) * np.sqrt(2 / fan_in)
        """,
    ],
}


def program(function, body):
    """Return the whole program: one line, or a block, becomes the body of the function."""
    _, head = HEADS[function]
    block = textwrap.indent(textwrap.dedent(body).strip("\n"), "    ")
    imports = "import math\n\nimport numpy as np\n\nimport nn\n"
    return f"{imports}\n\n{head}\n{block}\n\n\n{BESIDE.get(function, '')}"


def test_there_are_twenty_variants_of_each_function():
    written = [
        one.name
        for name, folder in EXERCISES.items()
        if name.startswith("activations/")
        for one in Exercise(folder).checks
    ]
    assert sorted(written) == sorted(VARIANTS)
    assert all(len(set(variants)) >= 20 for variants in VARIANTS.values())


@pytest.mark.parametrize(
    ("function", "body"),
    [(function, body) for function, bodies in VARIANTS.items() for body in bodies],
)
def test_a_right_program_in_any_form_passes(function, body):
    exercise = Exercise(EXERCISES[f"activations/{HEADS[function][0]}"])
    verdict = check(exercise, program(function, body), GUARD)
    assert verdict.result == "pass", verdict.message


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("return rng.normal(size=(fan_out, fan_in)) * np.sqrt(3 / fan_in)", "1.22 times"),
        ("return rng.uniform(0, 1, (fan_out, fan_in))", "mean of your weights is 0.50"),
        ("return rng.normal(size=fan_out * fan_in) * np.sqrt(2 / fan_in)", "one row per neuron"),
        ("return rng.normal(size=(fan_out, fan_in)) / np.sqrt(fan_in - fan_in)", "`nan`"),
        ("return rng.normal(size=(fan_out, 1)) * np.ones(fan_in) * (2 / fan_in) ** 0.5", "columns"),
        ("rng.normal(size=(fan_out, fan_in))", "None"),
    ],
)
def test_random_weights_of_no_known_mistake_are_told_apart(body, words):
    verdict = check(Exercise(EXERCISES["activations/start"]), program("he", body), GUARD)
    assert (verdict.result, verdict.diagnosis) == ("fail", None)
    assert words in verdict.message


# ---- figures ----


def figure(name):
    return Figure(part(lessons_folder(), "activations", "figures", name))


@pytest.mark.parametrize("name", ["curves", "chain", "dead", "collapse"])
def test_a_figure_stays_small_and_says_what_it_shows_in_every_corner(name):
    one = figure(name)
    names = [control.name for control in one.controls]
    said = set()
    for values in itertools.product(*map(extremes, one.controls)):
        drawing = one.draw(dict(zip(names, values, strict=True)))
        assert drawing.markup().count("</") < 150
        said.add(drawing.summary)
    assert len(said) > 1


def test_the_collapsed_matrix_agrees_until_the_network_is_bent():
    at = {"x": (-3.0, 2.0)}
    assert ": the same" in figure("collapse").draw({"linear": "true", **at}).summary
    assert "not the same" in figure("collapse").draw({"linear": "false", **at}).summary
    assert "(0.10, 0.15)" in figure("collapse").draw({"linear": "false", **at}).summary


def test_the_figures_give_the_numbers_of_the_text():
    assert "12 neurons are dead" in figure("dead").draw({"bias": -4}).summary
    assert "0 of 12" in figure("dead").draw({"bias": 0}).summary
    assert "2.8 · 10⁻⁷" in figure("chain").draw({"layers": 10}).summary
    assert "6.0 · 10⁻¹²" in figure("chain").draw({"layers": 10, "weight": 4}).summary
    assert "stays as it is" in figure("chain").draw({"activation": "relu"}).summary


@pytest.mark.parametrize("bias", [-4, -1, -0.5, 1])
def test_as_many_dead_neurons_are_seen_as_are_told(bias):
    for unit in range(1, 13):
        drawing = figure("dead").draw({"bias": bias, "neuron": unit})
        markup = drawing.markup()
        told = re.search(r"(\d+) of 12 neurons are dead", drawing.summary)[1]
        assert markup.count("dead-cross") == int(told)
        assert ("is outside this picture" in drawing.summary) != ("shaded side" in drawing.summary)
        assert markup.count("dead-name") == int(told)  # also of a line outside the box
    outside = figure("dead").draw({"bias": -1, "neuron": 7}).summary
    assert "The line of neuron 7 is outside this picture. It’s on for no dot" in outside


@pytest.mark.parametrize("bias", [-4, -3, -2, -1])
def test_no_dead_neurons_name_covers_another(bias):
    markup = figure("dead").draw({"bias": bias}).markup()
    names = re.findall(r'x="([\d.]+)" y="([\d.]+)" class="dead-name"', markup)
    for (x, y), (u, v) in itertools.combinations([tuple(map(float, one)) for one in names], 2):
        assert abs(x - u) > 20 or abs(y - v) > 11
    assert names


@pytest.mark.parametrize("bias", [-4.0, -2.0, -1.0])
@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
def test_a_dead_neurons_number_is_on_the_side_where_it_is_on(bias, scale):
    module = load(part(lessons_folder(), "activations", "figures", "dead"))
    (left, low), (right, high) = (module.PLANE.at((0, 0)), module.PLANE.at((1, 1)))
    markup = figure("dead").draw({"bias": bias, "scale": scale}).markup()
    found = re.findall(r'x="([\d.]+)" y="([\d.]+)" class="dead-name">(\d+)<', markup)
    for x, y, unit in found:
        at = np.array([(float(x) - left) / (right - left), (float(y) - 5 - low) / (high - low)])
        assert scale * module.W[int(unit) - 1] @ at + bias > 0
    assert found


def test_a_line_outside_the_box_is_where_an_arrow_points():
    assert re.findall(r">7 (.)</text>", figure("dead").draw({"bias": -1}).markup()) == ["→"]


@pytest.mark.parametrize("activation", ["relu", "sigmoid", "tanh", "leaky"])
def test_no_name_covers_a_curve(activation):
    drawn = figure("curves").draw({"activation": activation}).markup()
    curves = [drawn.index(f'"curves-{kind}') for kind in ("curve", "faint", "tangent")]
    assert drawn.rindex("on-line") < min(curves)


def test_a_tangent_is_always_as_long():
    for activation, z in itertools.product(("relu", "sigmoid", "tanh", "leaky"), (-3.0, 0.5, 4.0)):
        drawn = figure("curves").draw({"activation": activation, "z": z}).markup()
        ends = re.search(r'points="([^"]+)" class="curves-tangent"', drawn)[1].split()
        assert math.dist(*(map(float, end.split(",")) for end in ends)) == pytest.approx(104, abs=1)


@pytest.mark.parametrize("curve", ["wave", "hill", "jump", "own"])
def test_both_lines_are_named_above_their_box(curve):
    drawn = figure("fit").draw({"curve": curve}).markup()
    for name in ("curve", "network’s output"):
        assert float(re.search(rf'y="([\d.]+)"[^>]*>{name}</text>', drawn)[1]) < 28


@pytest.mark.parametrize("curve", ["wave", "hill", "jump", "own"])
def test_more_relus_come_closer_to_a_curve(curve):
    drawings = [figure("fit").draw({"curve": curve, "neurons": k}) for k in (1, 6, 12, 30)]
    assert all(drawing.markup().count("</") < 150 for drawing in drawings)
    away = [re.search(r"at most ([\d.]+) away", drawing.summary) for drawing in drawings]
    if curve == "own":  # it has six straight pieces
        assert "right on the curve" in drawings[1].summary
    elif curve == "jump":
        assert all(float(one[1]) >= 1 for one in away)
    else:
        gaps = [float(one[1]) for one in away]
        assert gaps[-1] < 0.02 < gaps[0]
        assert gaps[1:] == sorted(gaps[1:], reverse=True)


@pytest.mark.parametrize("heights", [[-2.0] * 7, [2.0] * 7, [-2.0, 2.0] * 3 + [-2.0]])
def test_relus_join_the_points_of_a_learners_curve(heights):
    points = {f"y{x}": (x, height) for x, height in enumerate(heights)}
    drawing = figure("fit").draw({"curve": "own", "neurons": 6, **points})
    assert "right on the curve" in drawing.summary
    assert drawing.markup().count("data-handle") == 7
    assert "data-handle" not in figure("fit").draw({"curve": "wave", **points}).markup()


@pytest.mark.parametrize(
    ("start", "right", "neurons"),
    [("zero", 50, "all alike"), ("equal", 88, "all alike"), ("he", 100, "16 different")],
)
def test_only_neurons_that_start_unlike_become_unlike(start, right, neurons):
    for frame in (0, 1, 15):
        drawing = figure("start").draw({"start": start, "frame": frame})
        assert neurons in drawing.summary
        assert drawing.markup().count("</") < 150
    assert f"{right} of 100 examples right" in drawing.summary


def test_the_start_figure_names_its_axes_its_weights_and_the_answers_in_its_corners():
    module = load(part(lessons_folder(), "activations", "figures", "start"))
    for start, frame in (("zero", 0), ("equal", 10), ("he", 15)):
        markup = figure("start").draw({"start": start, "frame": frame}).markup()
        texts = re.findall(r">([^<>]+)</text>", markup)
        answers = module.trained(start)[frame].predict(np.array(module.CORNERS))
        said = [one for one in texts if one.startswith("answer")]
        everywhere = [f"answer {answers[0]} everywhere"]
        assert said == (everywhere if start == "zero" else [f"answer {k}" for k in answers])
        assert {"x₁", "x₂", "w₁", "w₂"} <= set(texts)
