"""The lesson Forward propagation: right programs in unlike styles, wrong ones, figures, data.

A program of VARIANTS and WRONG is the body of the function after its `def` line.
"""

import io
import itertools
import re
import textwrap
import zipfile
from typing import Any

import numpy as np
import pytest

import nn
from builder.parts import course
from course import samples
from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.exercise import Exercise
from course.figures.controls import Steps
from course.figures.figure import Figure
from course.lessons import lesson_folder, lessons_folder, load
from tests.extremes import extremes

FOLDER = lesson_folder(lessons_folder(), "forward")
GUARD = Guard()

HEADS = {
    "layer": "def layer(x, W, b):",
    "forward": "def forward(x, W1, b1, W2, b2):",
    "predict": "def predict(z):",
    "count": "def count(sizes):",
    "prepare": "def prepare(images):",
    "letter-pairs": "def marks(word, letters):",
}

VARIANTS = {
    "layer": [
        "return x @ W.T + b",
        "return nn.linear(x, W, b)",
        "return x.dot(W.T) + b",
        "return np.matmul(x, W.transpose()) + b",
        "return (W @ x.T + b[:, None]).T",
        "return np.einsum('ni,oi->no', x, W) + b",
        "return np.inner(x, W) + b",
        "return np.tensordot(x, W, axes=(1, 1)) + b",
        "return (x[:, None, :] * W[None]).sum(axis=2) + b",
        "return b + nn.matmul(x, W.T)",
        "return [W @ row + b for row in x]",
        "return np.array([[w @ row + c for w, c in zip(W, b)] for row in x])",
        "return np.column_stack([x @ w + c for w, c in zip(W, b)])",
        "return np.hstack([x, np.ones((len(x), 1))]) @ np.column_stack([W, b]).T",
        "x, W, b = (np.float32(v) for v in (x, W, b)); return x @ W.T + b",
        "z = x @ W.T; print(z.shape); z += b; return z",
        "return (x @ W.T + b).tolist()",
        "return nn.MLP([W], [b]).forward(x).logits",
        """
        z = np.zeros((len(x), len(W)))
        for n in range(len(x)):
            for o in range(len(W)):
                z[n, o] = b[o]
                for i in range(x.shape[1]):
                    z[n, o] += x[n, i] * W[o, i]
        return z
        """,
        """
        if len(x) == 0:
            return np.zeros((0, len(W)))
        return np.vstack([W @ x[0] + b, layer(x[1:], W, b)])
        """,
        """
        class Neuron:
            def __init__(self, w, c):
                self.w, self.c = w, c
            def __call__(self, row):
                return sum(v * u for v, u in zip(self.w, row)) + self.c
        return [[neuron(row) for neuron in map(Neuron, W, b)] for row in x]
        """,
        "z = np.tile(b, (len(x), 1)); i = 0\n"
        "while i < x.shape[1]: z = z + np.outer(x[:, i], W[:, i]); i += 1\nreturn z",
    ],
    "forward": [
        "return nn.softmax(np.maximum(x @ W1.T + b1, 0) @ W2.T + b2)",
        "return nn.MLP([W1, W2], [b1, b2]).probabilities(x)",
        "return nn.softmax(nn.MLP([W1, W2], [b1, b2]).forward(x).logits)",
        "return nn.softmax(nn.linear(nn.relu(nn.linear(x, W1, b1)), W2, b2))",
        "z = nn.linear(np.clip(x @ W1.T + b1, 0, None), W2, b2); return np.exp(nn.log_softmax(z))",
        """
        z1 = x @ W1.T + b1
        a1 = np.where(z1 > 0, z1, 0)
        z2 = a1 @ W2.T + b2
        e = np.exp(z2 - z2.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)
        """,
        """
        a = x @ W1.T + b1
        a[a < 0] = 0
        e = np.exp(a @ W2.T + b2)
        return e / e.sum(axis=1)[:, None]
        """,
        """
        a = W1 @ x.T + b1[:, None]
        z = W2 @ (a * (a > 0)) + b2.reshape(-1, 1)
        return nn.softmax(z.T)
        """,
        """
        rows = []
        for row in x:
            a = np.maximum(W1 @ row + b1, 0)
            rows.append(nn.softmax(W2 @ a + b2))
        return rows
        """,
        """
        def dot(a, b):
            return sum(p * q for p, q in zip(a, b))
        answers = []
        for row in x.tolist():
            hidden = [max(0, dot(w, row) + c) for w, c in zip(W1, b1)]
            powers = [math.exp(dot(w, hidden) + c) for w, c in zip(W2, b2)]
            answers.append([power / sum(powers) for power in powers])
        return answers
        """,
        """
        if len(x) > 1:
            return np.vstack([forward(x[:1], W1, b1, W2, b2), forward(x[1:], W1, b1, W2, b2)])
        a = np.maximum(W1 @ x[0] + b1, 0)
        return nn.softmax(W2 @ a + b2)[None, :]
        """,
        """
        for W, b, f in ((W1, b1, nn.relu), (W2, b2, nn.softmax)):
            x = f(x @ W.T + b)
        return x
        """,
        """
        z1 = np.einsum('ni,hi->nh', x, W1) + b1
        a1 = (z1 + np.abs(z1)) / 2
        return nn.softmax(np.einsum('nh,ch->nc', a1, W2) + b2)
        """,
        """
        one = np.ones((len(x), 1))
        a = np.maximum(np.hstack([x, one]) @ np.column_stack([W1, b1]).T, 0)
        return nn.softmax(np.hstack([a, one]) @ np.column_stack([W2, b2]).T)
        """,
        """
        class Layer:
            def __init__(self, W, b):
                self.W, self.b = W, b
            def __call__(self, a):
                return a @ self.W.T + self.b
        first, second = Layer(W1, b1), Layer(W2, b2)
        return nn.softmax(second(nn.relu(first(x))))
        """,
        """
        x, W1, b1, W2, b2 = (v.astype(np.float32) for v in (x, W1, b1, W2, b2))
        return nn.softmax(np.maximum(x @ W1.T + b1, 0) @ W2.T + b2)
        """,
        """
        print('x', x.shape)
        hidden = np.fmax(np.inner(x, W1) + b1, 0)
        print('hidden', hidden.shape)
        return nn.softmax(np.inner(hidden, W2) + b2).tolist()
        """,
        """
        a = np.maximum(x @ W1.T + b1, 0)
        z = (a @ W2.T + b2).T
        return (np.exp(z) / np.exp(z).sum(axis=0)).T
        """,
        """
        z = np.zeros((len(x), len(W2)))
        for h in range(len(W1)):
            z += np.outer(np.maximum(x @ W1[h] + b1[h], 0), W2[:, h])
        return nn.softmax(z + b2)
        """,
        """
        z2 = np.maximum(x.dot(W1.T) + b1, 0).dot(W2.T) + b2
        return np.array([[1 / np.exp(row - k).sum() for k in row] for row in z2])
        """,
        "relu = np.vectorize(lambda v: v if v > 0 else 0.0)\n"
        "return nn.softmax(relu(x @ W1.T + b1) @ W2.T + b2)",
    ],
    "predict": [
        "p = nn.softmax(z); return p.argmax(axis=1), p.max(axis=1)",
        "p = nn.softmax(z); return p.argmax(1), p.max(1)",
        "return [z.argmax(axis=1), nn.softmax(z).max(axis=1)]",
        "return np.argmax(z, axis=-1), np.exp(nn.log_softmax(z)).max(axis=-1)",
        "p = nn.softmax(z); k = p.argmax(1); return k, p[np.arange(len(z)), k]",
        "p = nn.softmax(z); k = p.argmax(1); return k, np.take_along_axis(p, k[:, None], 1)[:, 0]",
        "p = nn.softmax(z); order = np.argsort(p); return order[:, -1], np.sort(p)[:, -1]",
        "p = nn.softmax(z); return [int(r.argmax()) for r in p], [float(r.max()) for r in p]",
        "p = nn.softmax(z).T; return p.argmax(axis=0), p.max(axis=0)",
        "return z.argmax(1), 1 / np.exp(z - z.max(1, keepdims=True)).sum(1)",
        "e = np.exp(z); return e.argmax(1), e.max(1) / e.sum(1)",
        "p = nn.softmax(z); print(p); return p.argmax(axis=1).astype(float), np.amax(p, axis=1)",
        "p = nn.softmax(z.astype(np.float32)); return p.argmax(1).astype(np.int8), p.max(1)",
        "p = nn.softmax(z); return (-p).argmin(axis=1), -(-p).min(axis=1)",
        "top = lambda p: (p.argmax(axis=1), p.max(axis=1)); return top(nn.softmax(z))",
        """
        labels, confidence = [], []
        for row in z:
            p = nn.softmax(row)
            labels.append(p.argmax())
            confidence.append(p[labels[-1]])
        return labels, confidence
        """,
        """
        labels = np.zeros(len(z), dtype=int)
        confidence = np.zeros(len(z))
        for i, row in enumerate(nn.softmax(z)):
            for k, p in enumerate(row):
                if p > confidence[i]:
                    labels[i], confidence[i] = k, p
        return labels, confidence
        """,
        """
        pairs = [max((p, k) for k, p in enumerate(row)) for row in nn.softmax(z)]
        return [k for _, k in pairs], [p for p, _ in pairs]
        """,
        """
        if len(z) == 1:
            p = nn.softmax(z[0])
            return np.array([p.argmax()]), np.array([p.max()])
        (a, c), (d, e) = predict(z[:1]), predict(z[1:])
        return np.append(a, d), np.append(c, e)
        """,
        """
        class Answer:
            def __init__(self, row):
                self.p = nn.softmax(row)
                self.label = self.p.tolist().index(self.p.max())
        answers = [Answer(row) for row in z]
        return [a.label for a in answers], [a.p[a.label] for a in answers]
        """,
        "k = np.where(z == z.max(axis=1)[:, None])[1]; return k, nn.softmax(z).max(axis=1)",
    ],
    "count": [
        "return sum(m * n + n for m, n in zip(sizes, sizes[1:]))",
        "return sum((m + 1) * n for m, n in zip(sizes[:-1], sizes[1:]))",
        "return sum(m * n for m, n in zip(sizes, sizes[1:])) + sum(sizes[1:])",
        "s = np.array(sizes); return (s[:-1] * s[1:] + s[1:]).sum()",
        "s = np.array(sizes); return s[1:] @ (s[:-1] + 1)",
        "s = np.float32(sizes); return np.sum(s[1:] * (1 + s[:-1]))",
        "return int(np.dot(sizes[:-1], sizes[1:])) + sum(sizes) - sizes[0]",
        "net = nn.MLP.random(sizes, np.random.default_rng(1)); "
        "return sum(p.size for p in net.parameters)",
        "return sum(np.zeros((n, m)).size + np.zeros(n).size for m, n in zip(sizes, sizes[1:]))",
        "from itertools import pairwise; return sum(n * m + n for m, n in pairwise(sizes))",
        "from functools import reduce\n"
        "return reduce(lambda t, i: t + sizes[i] * (sizes[i - 1] + 1), range(1, len(sizes)), 0)",
        "return 0 if len(sizes) < 2 else sizes[1] * (sizes[0] + 1) + count(sizes[1:])",
        "return 0 if len(sizes) == 1 else count(sizes[:-1]) + (sizes[-2] + 1) * sizes[-1]",
        """
        total = 0
        for i in range(len(sizes) - 1):
            total += sizes[i] * sizes[i + 1]
            total += sizes[i + 1]
        return total
        """,
        """
        before, total = sizes[0], 0
        for here in sizes[1:]:
            weights = before * here
            biases = here
            print(weights, biases)
            total += weights + biases
            before = here
        return total
        """,
        """
        total = 0
        for i, n in enumerate(sizes):
            if i > 0:
                total += n * sizes[i - 1] + n
        return total
        """,
        """
        total, i = 0, 1
        while i < len(sizes):
            for _ in range(sizes[i]):
                total += sizes[i - 1] + 1
            i += 1
        return total
        """,
        """
        shapes = [(n, m) for m, n in zip(sizes, sizes[1:])] + [(n,) for n in sizes[1:]]
        return sum(math.prod(shape) for shape in shapes)
        """,
        """
        class Layer:
            def __init__(self, m, n):
                self.W, self.b = np.ones((n, m)), np.ones(n)
            def __len__(self):
                return int(self.W.sum() + self.b.sum())
        return sum(len(Layer(m, n)) for m, n in zip(sizes, sizes[1:]))
        """,
        """
        sizes = list(sizes)
        total = 0
        while len(sizes) > 1:
            out = sizes.pop()
            total += out * sizes[-1] + out
        return float(total)
        """,
    ],
    "prepare": [
        "return images.reshape(len(images), -1) / 255",
        "return images.reshape(images.shape[0], images.shape[1] * images.shape[2]) / 255.0",
        "n, h, w = images.shape; return images.reshape((n, h * w)) / 255",
        "return (images / 255).reshape(len(images), -1)",
        "return np.reshape(images, (len(images), -1)) * (1 / 255)",
        "return [image.ravel() / 255 for image in images]",
        "return [image.flatten().tolist() for image in images / 255]",
        "return np.array([np.concatenate(list(image)) for image in images]) / 255",
        "return np.stack([np.hstack(image) for image in images]).astype(np.float32) / 255",
        "return np.vstack([image.reshape(1, -1) for image in images]) / 255",
        "return np.einsum('nhw->nhw', images).reshape(len(images), -1) / 255",
        "n, h, w = images.shape; return images.reshape(h * w * n).reshape(n, h * w) / 255",
        "n = len(images); return images.reshape(n, -1).T.T / 255",
        "n = len(images); return images.transpose(1, 2, 0).reshape(-1, n).T / 255",
        "return np.true_divide(images, 255).reshape(len(images), -1, order='C')",
        "return np.interp(images.reshape(len(images), -1), [0, 255], [0, 1])",
        "x = images.astype(float); x /= 255; x.shape = (len(x), -1); print(x.shape); return x",
        "return [[v / 255 for line in image for v in line] for image in images.tolist()]",
        """
        n, h, w = images.shape
        x = np.zeros((n, h * w))
        for i in range(n):
            for r in range(h):
                for c in range(w):
                    x[i, r * w + c] = images[i, r, c] / 255
        return x
        """,
        """
        if len(images) == 1:
            return images.reshape(1, -1) / 255
        return np.vstack([prepare(images[:1]), prepare(images[1:])])
        """,
        """
        x = np.empty((len(images), images[0].size), dtype=np.float32)
        for row, image in zip(x, images):
            row[:] = image.ravel()
        return x / np.float32(255)
        """,
        """
        class Batch:
            def __init__(self, pictures):
                self.rows = [list(np.ravel(p)) for p in pictures]
            def scaled(self):
                return np.array(self.rows, dtype=float) / 255
        return Batch(images).scaled()
        """,
    ],
    "letter-pairs": [
        """
        x = np.zeros(len(letters) ** 2)
        edged = "_" + word + "_"
        for first, second in zip(edged, edged[1:]):
            x[len(letters) * letters.index(first) + letters.index(second)] = 1
        return x
        """,
        """
        k, w = len(letters), f"_{word}_"
        x = [0] * k * k
        for i in range(len(w) - 1):
            x[letters.find(w[i]) * k + letters.find(w[i + 1])] = 1
        return x
        """,
        """
        grid = np.zeros((len(letters), len(letters)))
        before = 0
        for letter in word:
            here = letters.index(letter)
            grid[before, here] = 1
            before = here
        grid[before, 0] = 1
        return grid.ravel()
        """,
        "return [float(a + b in '_' + word + '_') for a in letters for b in letters]",
        "w = f'_{word}_'; return np.array([int(a + b in w) for a in letters for b in letters])",
        """
        number = {letter: i for i, letter in enumerate(letters)}
        codes = np.array([number[letter] for letter in f"_{word}_"])
        x = np.zeros(len(letters) ** 2)
        x[len(letters) * codes[:-1] + codes[1:]] = 1
        return x
        """,
        """
        codes = [letters.index(c) for c in f"_{word}_"]
        one = np.eye(len(letters))[codes]
        return np.minimum(np.einsum("ni,nj->ij", one[:-1], one[1:]), 1).reshape(-1)
        """,
        """
        one = np.eye(len(letters))[[letters.index(c) for c in f"_{word}_"]]
        return ((one[:-1].T @ one[1:]) > 0).astype(float).flatten()
        """,
        """
        codes = [letters.index(c) for c in f"_{word}_"]
        numbers = [len(letters) * i + j for i, j in zip(codes[:-1], codes[1:])]
        return np.isin(np.arange(len(letters) ** 2), numbers)
        """,
        """
        k = len(letters)
        codes = [letters.index(c) for c in f"_{word}_"]
        numbers = [k * i + j for i, j in zip(codes, codes[1:])]
        return np.minimum(np.bincount(numbers, minlength=k * k), 1)
        """,
        """
        x = np.zeros(len(letters) ** 2, dtype=np.float32)
        w = "_" + word + "_"
        i = 0
        while i + 1 < len(w):
            x[letters.index(w[i]) * len(letters) + letters.index(w[i + 1])] = 1.0
            i += 1
        return x
        """,
        """
        from itertools import pairwise, product
        has = set(pairwise("_" + word + "_"))
        return [1 if pair in has else 0 for pair in product(letters, repeat=2)]
        """,
        """
        x = np.zeros((len(letters), len(letters)))
        i = np.array([letters.index(c) for c in "_" + word])
        j = np.array([letters.index(c) for c in word + "_"])
        x[i, j] = 1
        return x.reshape(len(letters) ** 2)
        """,
        """
        if word.startswith("_"):
            x = np.zeros(len(letters) ** 2)
            if len(word) > 1:
                x = marks("_" + word[2:], letters)
                x[len(letters) * letters.index(word[1]) + letters.index((word[2:] + "_")[0])] = 1
            return x
        x = marks("_" + word, letters)
        x[letters.index(word[0])] = 1
        return x
        """,
        """
        class Grid:
            def __init__(self, letters):
                self.letters, self.cells = letters, [[0] * len(letters) for _ in letters]
            def put(self, a, b):
                self.cells[self.letters.index(a)][self.letters.index(b)] = 1
        grid = Grid(letters)
        for a, b in zip("_" + word, word + "_"):
            grid.put(a, b)
        return sum(grid.cells, [])
        """,
        """
        x = np.zeros(len(letters) ** 2)
        for i in range(-1, len(word)):
            first = word[i] if i >= 0 else "_"
            second = word[i + 1] if i + 1 < len(word) else "_"
            x[letters.index(first) * len(letters) + letters.index(second)] = 1
        print(x)
        return x
        """,
        """
        x = np.zeros(len(letters) ** 2)
        codes = np.array(list(map(letters.index, f"_{word}_")))
        np.add.at(x, len(letters) * codes[:-1] + codes[1:], 1)
        return x.clip(max=1)
        """,
        """
        x = np.zeros(len(letters) ** 2)
        codes = np.array(list(map(letters.index, f"_{word}_")))
        np.put(x, len(letters) * codes[:-1] + codes[1:], 1)
        return x.tolist()
        """,
        """
        k, x, code = len(letters), np.zeros(len(letters) ** 2), 0
        for letter in word + "_":
            code = code % k * k + letters.index(letter)
            x[code] = 1
        return x
        """,
        """
        k = len(letters)
        codes = [letters.index(c) for c in f"_{word}_"]
        places = np.ravel_multi_index((codes[:-1], codes[1:]), (k, k))
        x = np.zeros(k * k)
        x[places] = np.ones(len(places))
        return x
        """,
        """
        x = np.zeros(len(letters) ** 2)
        for i, j in {(letters.index(a), letters.index(b)) for a, b in zip("_" + word, word + "_")}:
            x[len(letters) * i + j] += 1
        return x
        """,
        """
        full = "_abcdefghijklmnopqrstuvwxyz"
        among = [27 * full.index(a) + full.index(b) for a in letters for b in letters]
        return nn.letter_pairs([word])[0, among]
        """,
    ],
}

# Wrong in other ways than mistakes.py writes it: (what is diagnosed, None for anything
# that is no diagnosis, the body of `forward`).
WRONG = [
    ("no-activation", "return nn.MLP([W1, W2], [b1, b2], 'identity').probabilities(x)"),
    ("no-activation", "W, b = nn.collapse(W1, b1, W2, b2)\nreturn nn.softmax(nn.linear(x, W, b))"),
    (
        "no-activation",
        "rows = [nn.softmax(W2 @ (W1 @ r + b1) + b2) for r in x]\nreturn np.array(rows)",
    ),
    (
        "activation-on-output",
        "for W, b in ((W1, b1), (W2, b2)):\n    x = nn.relu(x @ W.T + b)\nreturn nn.softmax(x)",
    ),
    (
        "activation-on-output",
        "z = nn.MLP([W1, W2], [b1, b2]).forward(x).logits\nz[z < 0] = 0\nreturn nn.softmax(z)",
    ),
    (
        "activation-on-output-only",
        "z = (x @ W1.T + b1) @ W2.T + b2\ne = np.exp(z * (z > 0))\n"
        "return e / e.sum(axis=1, keepdims=True)",
    ),
    (
        "hidden-bias-forgotten",
        "return nn.MLP([W1, W2], [np.zeros(len(W1)), b2]).probabilities(x)",
    ),
    (
        "output-bias-forgotten",
        "a = nn.relu(nn.linear(x, W1, b1))\nz = np.einsum('nh,ch->nc', a, W2)\n"
        "return nn.softmax(z)",
    ),
    (
        "biases-forgotten",
        "for W, f in ((W1, nn.relu), (W2, nn.softmax)):\n    x = f(np.inner(x, W))\nreturn x",
    ),
    (
        "bias-after-relu",
        "a = x @ W1.T\na[a < 0] = 0\na += b1\nreturn nn.softmax(nn.linear(a, W2, b2))",
    ),
    (
        "weights-transposed",
        "a = np.where(x.dot(W1) + b1 > 0, x.dot(W1) + b1, 0)\nreturn nn.softmax(a.dot(W2) + b2)",
    ),
    (
        "hidden-weights-transposed",
        "a = nn.relu(nn.linear(x, W1.T, b1))\nreturn nn.softmax(nn.linear(a, W2, b2))",
    ),
    (
        "output-weights-transposed",
        "a = nn.relu(nn.linear(x, W1, b1))\nreturn nn.softmax(nn.matmul(a, W2) + b2)",
    ),
    (
        "product-order",
        "a = nn.relu(W1.dot(x) + b1)\nz = np.matmul(W2, a)\nz = z + b2\nreturn nn.softmax(z)",
    ),
    (
        "softmax-over-batch",
        "z = nn.MLP([W1, W2], [b1, b2]).forward(x).logits\ne = np.exp(z)\nreturn e / e.sum(axis=0)",
    ),
    (
        "softmax-over-everything",
        "e = np.exp(nn.linear(nn.relu(nn.linear(x, W1, b1)), W2, b2))\nreturn e / e.sum()",
    ),
    ("softmax-forgotten", "return nn.MLP([W1, W2], [b1, b2]).forward(x).logits"),
    (
        "softmax-forgotten",
        "p = nn.MLP([W1, W2], [b1, b2]).forward(x)\nreturn p.pre_activations[1].tolist()",
    ),
    ("softmax-twice", "return nn.softmax(nn.MLP([W1, W2], [b1, b2]).probabilities(x))"),
    (
        "softmax-on-hidden",
        "for W, b in ((W1, b1), (W2, b2)):\n    e = np.exp(x @ W.T + b)\n"
        "    x = e / e.sum(axis=1, keepdims=True)\nreturn x",
    ),
    ("sigmoid-hidden", "return nn.MLP([W1, W2], [b1, b2], 'sigmoid').probabilities(x)"),
    (
        "sigmoid-output",
        "z = nn.MLP([W1, W2], [b1, b2]).forward(x).logits\nreturn 1 / (1 + np.exp(-z))",
    ),
    (
        "shares-without-exp",
        "z = nn.MLP([W1, W2], [b1, b2]).forward(x).logits\nreturn [r / sum(r) for r in z]",
    ),
    (
        "first-row-only",
        "a = nn.relu(W1 @ x[0] + b1)\nreturn nn.softmax(W2 @ a + b2)",
    ),
    ("hidden-relu-on-input", "return nn.softmax(((x * (x > 0)) @ W1.T + b1) @ W2.T + b2)"),
    ("label-only", "return nn.MLP([W1, W2], [b1, b2]).predict(x)"),
    ("label-only", "p = nn.MLP([W1, W2], [b1, b2]).probabilities(x)\nreturn np.argsort(p)[:, -1]"),
    (None, "return nn.MLP([W1, W2], [b1, b2], 'tanh').probabilities(x)"),
    (None, "a = np.abs(x @ W1.T + b1)\nreturn nn.softmax(a @ W2.T + b2)"),
    (None, "a = nn.leaky_relu(x @ W1.T + b1, 0.1)\nreturn nn.softmax(a @ W2.T + b2)"),
    (None, "return nn.MLP([W1, W2], [b1, b2]).probabilities(x).T"),
    (None, "return nn.log_softmax(nn.MLP([W1, W2], [b1, b2]).forward(x).logits)"),
    (None, "return nn.softmax(-nn.MLP([W1, W2], [b1, b2]).forward(x).logits)"),
    (None, "return nn.one_hot(nn.MLP([W1, W2], [b1, b2]).predict(x), len(W2)) * 1.0"),
    (None, "return nn.MLP([W1, W2], [b1, b2]).forward(x).activations[1]"),
    (None, "return x"),
]


def program(function, body):
    """Return the whole program with the body indented below the function's head."""
    block = textwrap.indent(textwrap.dedent(body).strip("\n"), "    ")
    return f"import math\nimport numpy as np\nimport nn\n\n{HEADS[function]}\n{block}\n"


def verdict(name, code):
    return check(Exercise(FOLDER / "exercises" / name), code, GUARD)


@pytest.mark.parametrize(
    ("function", "body"), [(name, body) for name, bodies in VARIANTS.items() for body in bodies]
)
def test_a_right_program_in_any_form_passes(function, body):
    found = verdict(function, program(function, body))
    assert found.result == "pass", found.message


def test_there_are_twenty_forms_of_each_function():
    assert VARIANTS.keys() == HEADS.keys()
    assert all(len(set(bodies)) >= 20 for bodies in VARIANTS.values())


@pytest.mark.parametrize(("slug", "body"), WRONG)
def test_a_wrong_forward_pass_in_any_form_is_diagnosed(slug, body):
    found = verdict("forward", program("forward", body))
    assert (found.result, found.diagnosis) == ("fail", slug)


@pytest.mark.parametrize(
    ("slug", "name", "value"),
    [
        ("comma-forgotten", "b1", "(128)"),
        ("comma-forgotten", "b3", "(10)"),
        ("comma-forgotten", "predictions", "(32)"),
        ("labels-as-a-column", "predictions", "(32, 1)"),
        ("batch-forgotten", "a1", "(128)"),
        ("bias-per-example", "b1", "(32, 128)"),
    ],
)
def test_a_wrong_shape_is_diagnosed(slug, name, value):
    solution = Exercise(FOLDER / "exercises" / "shapes").solution
    assert verdict("shapes", f"{solution}\n{name} = {value}\n").diagnosis == slug


# ---- figures ----

SAMPLES: list[Any] = [samples.load("forward", name) for name in ("digits", "words")]
DIGITS, WORDS = SAMPLES


def figure(name):
    return Figure(FOLDER / "figures" / f"{name}.py")


def states(control):
    """Return every step, and the values of the other controls that may fail."""
    return range(control.count) if isinstance(control, Steps) else extremes(control)


@pytest.mark.parametrize("name", ["network", "digits", "words", "alike"])
def test_a_figure_stays_small_and_says_what_it_shows_in_every_state(name):
    one = figure(name)
    names = [control.name for control in one.controls]
    said = set()
    for values in itertools.product(*map(states, one.controls)):
        drawing = one.draw(dict(zip(names, values, strict=True)))
        drawn, _, tables = drawing.markup().partition('<div class="visually-hidden">')
        assert drawn.count("</") < 150
        assert tables.count("</td") < 50  # of a matrix as a table, which nothing has to draw
        said.add(drawing.summary)
    assert len(said) == np.prod([len(states(control)) for control in one.controls])


def test_a_number_of_the_network_is_linked_with_all_that_it_comes_from():
    drawn = figure("network").draw({"example": "first", "step": 7, "matrices": True}).markup()
    for link in ("z1-0-0", "z1-0-1", "z2-0-0", "z2-0-1"):
        # Two inputs, two weights as numbers and two as lines with labels, biases, nodes, itself.
        assert drawn.count(link) >= 10


def test_the_network_figure_tells_each_step_with_its_numbers():
    def said(step, example="first"):
        return figure("network").draw({"example": example, "step": step}).summary

    assert "0.8 · 2 + (−0.1) · 3 + 0.6 = 1.9" in said(1)
    assert "max(0, −2.0) = 0.0" in said(3, "second")
    assert said(4, "both").count(" = ") == 2
    assert "class 0" in said(7)


# ---- what the figures and cells load ----


@pytest.mark.parametrize(
    ("name", "shapes"),
    [
        ("digits", {"images": (10, 784), "labels": (10,), "W1": (16, 784), "W2": (10, 16)}),
        (
            "words",
            {
                "training_words": (1530,),
                "training_labels": (1530,),
                "test_words": (383,),
                "test_labels": (383,),
                "W1": (16, 729),
                "W2": (3, 16),
            },
        ),
    ],
)
def test_samples_come_as_arrays_that_nn_takes(name, shapes):
    data = samples.load("forward", name)
    assert {key: data[key].shape for key in shapes} == shapes
    assert data["W1"].dtype == np.float64
    assert (FOLDER / "data" / f"{name}.npz").stat().st_size < 60_000


def test_the_data_travels_to_the_browser_beside_the_lesson():
    with zipfile.ZipFile(io.BytesIO(course.archive())) as archive:
        for name in ("digits", "words"):
            kept = (FOLDER / "data" / f"{name}.npz").read_bytes()
            assert archive.read(f"lessons/04-forward/data/{name}.npz") == kept


def test_samples_that_are_not_there_are_named():
    with pytest.raises(ValueError, match="there are: digits, words"):
        samples.load("forward", "cats")


def test_the_caption_of_the_digits_says_which_weights_are_not_drawn():
    strong = load(FOLDER / "figures" / "digits.py").STRONG
    assert f"between −{strong} and {strong} nothing" in (FOLDER / "lesson.md").read_text("utf-8")


def test_the_shipped_networks_do_what_the_lesson_says_of_them():
    digits, words = (nn.MLP([d["W1"], d["W2"]], [d["b1"], d["b2"]]) for d in (DIGITS, WORDS))
    answers = digits.predict(DIGITS["images"] / 255)
    assert np.flatnonzero(answers != DIGITS["labels"]).tolist() == [5]
    told = words.predict(nn.letter_pairs(WORDS["test_words"]))
    assert nn.accuracy(told, WORDS["test_labels"].astype(int)) > 0.8


def names_of(cell, change=("", "")):
    """Return what a cell of the lesson leaves behind, with one text changed into another."""
    text = (FOLDER / "lesson.md").read_text("utf-8")
    code = re.search(rf"^```\{{cell\}} {cell}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)[1]
    names: dict[str, Any] = {}
    exec(code.replace(*change), names)
    return names


def test_the_cell_trains_the_network_that_the_figures_show(capsys):
    network = names_of("train")["network"]
    for mine, shipped in zip(network.parameters, ("W1", "b1", "W2", "b2"), strict=True):
        np.testing.assert_allclose(mine, WORDS[shipped], atol=1e-3)
    last = capsys.readouterr().out.splitlines()[-1]
    right = [
        nn.accuracy(
            network.predict(nn.letter_pairs(WORDS[f"{part}_words"])),
            WORDS[f"{part}_labels"].astype(int),
        )
        for part in ("training", "test")
    ]
    assert last == f"epoch 5 training words {right[0]:.3f} new words {right[1]:.3f}"


def test_more_epochs_only_help_the_training_words(capsys):
    names_of("train", ("range(5)", "range(20)"))
    said = [line.split() for line in capsys.readouterr().out.splitlines()]
    for column, better in ((4, True), (-1, False)):
        assert (float(said[20][column]) > float(said[5][column])) == better


def test_the_cell_and_the_figure_find_the_same_neighbors(capsys):
    names_of("embeddings")
    drawn = figure("alike")
    for line in capsys.readouterr().out.splitlines():
        pair, found = line.split(" is most like ")
        said = drawn.draw({"pair": pair}).summary.partition("Most alike: ")[2]
        nearest = said.partition(". Least alike: ")[0].split(", ")
        assert [one.split()[0] for one in nearest] == found.split()
        language = {"th": "English", "ei": "German", "o_": "Spanish"}[pair]
        assert all(one.endswith(f" {language})") for one in nearest)


def test_a_pairs_numbers_are_bars_up_and_down_by_their_sign_and_size():
    module = load(FOLDER / "figures" / "alike.py")
    one = module.NAMES.index("o_")
    markup = module.row(one).markup()
    for kind, keep in (("plus", module.VECTORS[one] >= 0), ("minus", module.VECTORS[one] < 0)):
        path = re.search(rf'd="([^"]+)" class="digits-{kind}"', markup)[1]
        ends = [-float(y) for y in re.findall(r"V(-?[\d.]+)", path)]
        np.testing.assert_allclose(
            ends, module.HIGH * module.VECTORS[one][keep] / module.LARGEST, atol=0.051
        )


def test_what_the_lesson_says_of_pairs_is_true():
    figures = load(FOLDER / "figures" / "alike.py")
    words = dict(zip(figures.NAMES, figures.WORDS.tolist(), strict=True))
    assert words["th"][1:] == words["ou"][1:] == [0, 0]
    assert words["ht"][1] > max(words["ht"][0], words["ht"][2])
    assert all(words[pair][1] > words[pair][0] for pair in ("un", "nd", "he", "ei"))
    labels = dict(zip(WORDS["test_words"].tolist(), WORDS["test_labels"].tolist(), strict=True))
    assert labels["under"] == 0  # English
    assert min(words["in"]) > 20
    lengths = np.linalg.norm(figures.VECTORS, axis=1)
    assert lengths[figures.NAMES.index("th")] > 3 * lengths[figures.NAMES.index("in")]
    assert (nn.letter_pairs(["lala"]) == nn.letter_pairs(["lalala"])).all()
    for neuron in (1, 3):  # the table adds rounded numbers
        places = np.flatnonzero(nn.letter_pairs(["the"])[0])
        exact = [*WORDS["W1"][neuron - 1, places], WORDS["b1"][neuron - 1]]
        assert f"{sum(exact):.2f}" == f"{sum(round(float(one), 2) for one in exact):.2f}"


def test_a_pair_that_no_training_word_has_stays_as_it_was():
    unseen = ~nn.letter_pairs(WORDS["training_words"]).any(axis=0)
    start = nn.MLP.random([729, 16, 3], np.random.default_rng(0)).weights[0]
    np.testing.assert_allclose(WORDS["W1"][:, unseen], start[:, unseen], atol=1e-3)


def test_pairs_of_letters_know_neither_case_nor_accents():
    x = nn.letter_pairs(["the", "Mañana", "manana", "Straße", "strasse", "a-b", ""])
    assert x.shape == (7, 729)
    assert sorted(np.flatnonzero(x[0])) == [20, 5 * 27, 8 * 27 + 5, 20 * 27 + 8]
    assert (x[1] == x[2]).all()
    assert (x[3] == x[4]).all()
    assert x[5].sum() == 3
    assert np.flatnonzero(x[6]).tolist() == [0]
