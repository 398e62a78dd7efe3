"""The lesson on the perceptron: right programs in unlike styles pass; its figures are true."""

import json
import re
from functools import partial
from typing import Any

import numpy as np
import pytest

import nn
from course import samples
from course.cells.guard import Guard
from course.cells.output import Output
from course.cells.runner import Runner
from course.exercises.checker import check
from course.exercises.exercise import Exercise
from course.figures.figure import Figure
from course.lessons import lesson_folder, lessons_folder, load
from tests.support import awaited

FOLDER = lesson_folder(lessons_folder(), "perceptron")
GUARD = Guard()


def verdict(exercise, code):
    return check(Exercise(FOLDER / "exercises" / exercise), code, GUARD)


# ---- right programs, in unlike styles ----

PREDICT = [
    "def predict(x, w, b):\n    return (x @ w + b >= 0).astype(int)",
    "def predict(x, w, b):\n    return x @ w + b >= 0",
    "def predict(x, w, b):\n    return [int(sum(i * j for i, j in zip(r, w)) + b >= 0) for r in x]",
    "def predict(x, w, b):\n    return np.heaviside(x @ w + b, 1)",
    "def predict(x, w, b):\n    return np.where(np.dot(x, w) < -b, 0, 1)",
    "def predict(x, w, b):\n    return 1 - (x @ w + b < 0)",
    "def predict(x, w, b):\n    return np.einsum('nf,f->n', x, w) + b >= 0",
    "def predict(x, w, b):\n    return (1 + np.sign(np.sign(x @ w + b) + 0.5)) / 2",
    "predict = lambda x, w, b: (x.dot(w) + b >= 0) * 1.0",
    "def predict(x, w, b):\n    z = (x * w).sum(axis=1) + b\n    print(z)\n    return (z >= 0) + 0",
    "def predict(points, weights, bias):\n    return np.float32(points @ weights + bias >= 0)",
    "def predict(x, w, b):\n    return np.array([1 if r @ w + b >= 0 else 0 for r in x])",
    """
def predict(x, w, b):
    answers = np.zeros(len(x), dtype=int)
    answers[x @ w + b >= 0] = 1
    return answers
""",
    """
def predict(x, w, b):
    answers = []
    for row in x:
        z = b
        for i in range(len(w)):
            z += row[i] * w[i]
        answers.append(0 if z < 0 else 1)
    return answers
""",
    """
def predict(x, w, b):
    if len(x) == 0:
        return []
    return [int(x[0] @ w + b >= 0), *predict(x[1:], w, b)]
""",
    """
class Neuron:
    def __init__(self, w, b):
        self.w, self.b = w, b
    def __call__(self, row):
        return float(self.w @ row + self.b >= 0)

def predict(x, w, b):
    return list(map(Neuron(w, b), x))
""",
    """
def predict(x, w, b):
    extended = np.hstack([x, np.ones((len(x), 1))])
    return extended @ np.append(w, b) >= 0
""",
    """
import nn
def predict(x, w, b):
    return nn.step(nn.neuron(x, w, b))
""",
    """
def predict(x, w, b):
    z = np.matmul(x, w[:, None]).ravel() + b
    return np.select([z >= 0], [1], default=0)
""",
    """
def predict(x, w, b):
    x = x.copy()
    x *= w
    return np.less_equal(0, x.sum(1) + b)
""",
]

UPDATE = [
    """
def update(w, b, x, y, learning_rate):
    e = y - int(np.dot(w, x) + b >= 0)
    return w + learning_rate * e * x, b + learning_rate * e
""",
    """
def update(w, b, x, y, learning_rate):
    answer = w @ x + b >= 0
    if answer == y:
        return w, b
    if y == 1:
        return w + learning_rate * x, b + learning_rate
    return w - learning_rate * x, b - learning_rate
""",
    """
def update(w, b, x, y, learning_rate):
    z = sum(wi * xi for wi, xi in zip(w, x)) + b
    e = y - (z >= 0)
    return [wi + learning_rate * e * xi for wi, xi in zip(w, x)], b + learning_rate * e
""",
    """
def update(w, b, x, y, learning_rate):
    w = w.copy()
    e = y - (1 if w @ x + b >= 0 else 0)
    w += learning_rate * e * x
    b += learning_rate * e
    return w, b
""",
    """
def update(w, b, x, y, learning_rate):
    e = y - np.where(w @ x + b >= 0, 1, 0)
    return w + learning_rate * e * x, b + learning_rate * e
""",
    """
def update(w, b, x, y, learning_rate):
    theta, one = np.append(w, b), np.append(x, 1.0)
    theta = theta + learning_rate * (y - (theta @ one >= 0)) * one
    return theta[:-1], theta[-1]
""",
    """
def update(w, b, x, y, learning_rate):
    gradient = (w @ x + b >= 0) * 1.0 - y
    return w - learning_rate * gradient * x, b - learning_rate * gradient
""",
    """
def update(w, b, x, y, learning_rate):
    sign = 2 * y - 1
    wrong = (w @ x + b >= 0) != (y == 1)
    return w + wrong * sign * learning_rate * x, b + wrong * sign * learning_rate
""",
    """
def update(w, b, x, y, learning_rate):
    w, x = np.float32(w), np.float32(x)
    e = np.float32(y - (w @ x + b >= 0))
    return w + np.float32(learning_rate) * e * x, np.float32(b) + learning_rate * e
""",
    "update = lambda w, b, x, y, r: (w + r * (y - (w @ x + b >= 0)) * x,"
    " b + r * (y - (w @ x + b >= 0)))",
    """
def update(w, b, x, y, learning_rate):
    e = y - np.heaviside(w @ x + b, 1.0)
    return np.add(w, np.multiply(learning_rate * e, x)), np.add(b, learning_rate * e)
""",
    """
def update(w, b, x, y, learning_rate):
    z = float(np.einsum("f,f->", w, x) + b)
    e = {(0, True): -1, (1, False): 1}.get((y, z >= 0), 0)
    return np.array([w[i] + learning_rate * e * x[i] for i in range(len(w))]), b + learning_rate * e
""",
    """
def answer(w, b, x):
    return int(np.inner(w, x) + b >= 0)

def step(w, b, x, e, learning_rate):
    return w + learning_rate * e * x, b + learning_rate * e

def update(w, b, x, y, learning_rate):
    return step(w, b, x, y - answer(w, b, x), learning_rate)
""",
    """
def update(weights, bias, example, label, rate):
    print("before", weights, bias)
    z = (weights * example).sum() + bias
    error = label - (0 if z < 0 else 1)
    print("error", error)
    return weights + rate * error * example, bias + rate * error
""",
    """
class Perceptron:
    def __init__(self, w, b):
        self.w, self.b = w, b
    def learn(self, x, y, rate):
        e = y - int(self.w @ x + self.b >= 0)
        self.w = self.w + rate * e * x
        self.b = self.b + rate * e

def update(w, b, x, y, learning_rate):
    p = Perceptron(w, b)
    p.learn(x, y, learning_rate)
    return p.w, p.b
""",
    """
def update(w, b, x, y, learning_rate):
    answer = 1 if w @ x + b >= 0 else 0
    while answer != y:
        direction = 1 if y else -1
        return w + direction * learning_rate * x, b + direction * learning_rate
    return w, b
""",
    """
def update(w, b, x, y, learning_rate):
    match (bool(w @ x + b >= 0), y):
        case (True, 0):
            e = -1
        case (False, 1):
            e = 1
        case _:
            e = 0
    return (w + e * learning_rate * x, b + e * learning_rate)
""",
    """
def update(w, b, x, y, learning_rate):
    old = w.tolist()
    z = b
    for i in range(len(old)):
        z = z + old[i] * x[i]
    e = y - (z >= 0)
    new = []
    for i in range(len(old)):
        new.append(old[i] + learning_rate * e * x[i])
    return new, b + learning_rate * e
""",
    """
import nn
def update(w, b, x, y, learning_rate):
    e = y - nn.step(nn.neuron(x[None, :], w, b))
    return w + learning_rate * e * x, b + learning_rate * e
""",
    """
def update(w, b, x, y, learning_rate):
    e = np.clip(y - (w @ x + b >= 0), -1, 1)
    return tuple([w + np.outer(learning_rate * e, x)[0], b + learning_rate * e])
""",
]

LOOP = """
def train(x, y, learning_rate, max_epochs):
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    {head}
        wrong = 0
        for {over}:
            e = {error}
            w, b, wrong = w + learning_rate * e * row, b + learning_rate * e, wrong + {count}
        mistakes.append(wrong)
        if {stop}:
            break
    return {result}
"""
PLAIN = {
    "head": "for epoch in range(max_epochs):",
    "over": "row, label in zip(x, y)",
    "error": "label - (row @ w + b >= 0)",
    "count": "(e != 0)",
    "stop": "wrong == 0",
    "result": "w, b, mistakes",
}


def loop(**parts):
    return LOOP.format(**{**PLAIN, **parts})


TRAIN = [
    loop(),
    loop(over="i, (row, label) in enumerate(zip(x, y))", count="abs(e)"),
    loop(error="int(label) - int(np.dot(row, w) + b >= 0)", count="e * e"),
    loop(stop="not wrong", result="np.array(w), float(b), np.array(mistakes)"),
    loop(error="label - np.where(row @ w < -b, 0, 1)", result="[w, b, mistakes]"),
    loop(head="while len(mistakes) < max_epochs:"),
    loop(head="while len(mistakes) < max_epochs and 0 not in mistakes:", stop="False"),
    loop(error="label - np.heaviside(np.inner(row, w) + b, 1)", count="int(e != 0)"),
    loop(stop="mistakes[-1] == 0", result="w.tolist(), b, tuple(mistakes)"),
    loop(error="np.float32(label - (np.float32(row) @ w.astype(np.float32) + b >= 0))"),
    """
def train(x, y, learning_rate, max_epochs):
    w, b, mistakes = [0.0] * len(x[0]), 0.0, []
    for _ in range(max_epochs):
        mistakes.append(0)
        for i in range(len(x)):
            z = b
            for j in range(len(w)):
                z += w[j] * x[i][j]
            if (z >= 0) != (y[i] == 1):
                mistakes[-1] += 1
                sign = 1 if y[i] else -1
                for j in range(len(w)):
                    w[j] += learning_rate * sign * x[i][j]
                b += learning_rate * sign
        if mistakes[-1] == 0:
            return w, b, mistakes
    return w, b, mistakes
""",
    """
def train(x, y, learning_rate, max_epochs):
    theta = np.zeros(x.shape[1] + 1)
    ones = np.column_stack([x, np.ones(len(x))])
    mistakes = []
    while True:
        wrong = 0
        for row, label in zip(ones, y):
            e = label - (row @ theta >= 0)
            theta += learning_rate * e * row
            wrong += bool(e)
        mistakes += [wrong]
        if wrong == 0 or len(mistakes) == max_epochs:
            return theta[:-1], theta[-1], mistakes
""",
    """
def epoch(w, b, x, y, rate):
    wrong = 0
    for row, label in zip(x, y):
        e = label - (row @ w + b >= 0)
        w, b, wrong = w + rate * e * row, b + rate * e, wrong + abs(e)
    return w, b, wrong

def train(x, y, learning_rate, max_epochs, w=None, b=0.0):
    w = np.zeros(x.shape[1]) if w is None else w
    w, b, wrong = epoch(w, b, x, y, learning_rate)
    if wrong == 0 or max_epochs == 1:
        return w, b, [wrong]
    w, b, later = train(x, y, learning_rate, max_epochs - 1, w, b)
    return w, b, [wrong, *later]
""",
    """
class Perceptron:
    def __init__(self, features):
        self.w, self.b = np.zeros(features), 0.0
    def error(self, row, label):
        return label - int(self.w @ row + self.b >= 0)
    def learn(self, row, label, rate):
        e = self.error(row, label)
        self.w += rate * e * row
        self.b += rate * e
        return e != 0

def train(x, y, learning_rate, max_epochs):
    p, mistakes = Perceptron(x.shape[1]), []
    for _ in range(max_epochs):
        mistakes.append(sum(p.learn(r, t, learning_rate) for r, t in zip(x, y)))
        if not mistakes[-1]:
            break
    return p.w, p.b, mistakes
""",
    """
def train(x, y, learning_rate, max_epochs):
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for n in range(max_epochs):
        errors = []
        for i in range(x.shape[0]):
            errors.append(y[i] - int(np.einsum("f,f->", x[i], w) + b >= 0))
            w = w + learning_rate * errors[-1] * x[i]
            b = b + learning_rate * errors[-1]
        mistakes.append(np.count_nonzero(errors))
        print("epoch", n, "mistakes", mistakes[-1])
        if not any(errors):
            break
    return w, b, mistakes
""",
    """
def train(x, y, learning_rate, max_epochs):
    # From zero, the rate only scales w and b.
    w, b, mistakes = np.zeros(x.shape[1]), 0, []
    for _ in range(max_epochs):
        mistakes.append(0)
        for row, label in zip(x, y):
            e = label - (row @ w + b >= 0)
            w, b = w + e * row, b + e
            mistakes[-1] += abs(e)
        if mistakes[-1] == 0:
            break
    return learning_rate * w, learning_rate * b, mistakes
""",
    """
def train(x, y, learning_rate, max_epochs):
    w, b = np.zeros(x.shape[1]), 0.0
    mistakes = [0] * max_epochs
    for k in range(max_epochs):
        for row, label in zip(x, y):
            if (row @ w + b >= 0) and label == 0:
                w, b, mistakes[k] = w - learning_rate * row, b - learning_rate, mistakes[k] + 1
            elif (row @ w + b < 0) and label == 1:
                w, b, mistakes[k] = w + learning_rate * row, b + learning_rate, mistakes[k] + 1
        if mistakes[k] == 0:
            return w, b, mistakes[: k + 1]
    return w, b, mistakes
""",
    """
import itertools
def train(x, y, learning_rate, max_epochs):
    w, b, wrong = np.zeros(x.shape[1]), 0.0, {}
    for k, i in itertools.product(range(max_epochs), range(len(x))):
        if i == 0 and wrong.get(k - 1) == 0:
            break
        e = y[i] - (x[i] @ w + b >= 0)
        wrong[k] = wrong.get(k, 0) + e * e
        w, b = w + learning_rate * e * x[i], b + learning_rate * e
    return w, b, list(wrong.values())
""",
    """
import nn
def train(x, y, learning_rate, max_epochs):
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y):
            new_w, new_b, e = nn.perceptron_step(w, b, row, label, learning_rate)
            wrong += e != 0
            w, b = new_w, new_b
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
""",
    """
def train(data, labels, eta, epochs):
    weights, bias, history = np.zeros_like(data[0]), 0.0, []
    done = False
    while not done:
        before = len(history)
        history.append(0)
        for k, point in enumerate(data):
            z = float(np.sum(weights * point)) + bias
            answer = z >= 0
            if answer != bool(labels[k]):
                history[before] += 1
                weights = weights + eta * (labels[k] - answer) * point
                bias = bias + eta * (labels[k] - answer)
        done = history[-1] == 0 or len(history) >= epochs
    return weights, bias, history
""",
]

NETWORK = [
    """
def network(x, W, b, w_out, b_out):
    return ((x @ W.T + b >= 0) @ w_out + b_out >= 0).astype(int)
""",
    """
def network(x, W, b, w_out, b_out):
    hidden = (np.einsum("ni,hi->nh", x, W) + b >= 0) * 1
    return np.einsum("nh,h->n", hidden, w_out) + b_out >= 0
""",
    """
def network(x, W, b, w_out, b_out):
    answers = []
    for row in x:
        hidden = [1 if sum(v * w for v, w in zip(row, n)) + c >= 0 else 0 for n, c in zip(W, b)]
        answers.append(int(sum(h * w for h, w in zip(hidden, w_out)) + b_out >= 0))
    return answers
""",
    """
def step(z):
    return np.where(z >= 0, 1.0, 0.0)

def network(x, W, b, w_out, b_out):
    return step(step(x @ W.T + b) @ w_out + b_out)
""",
    """
def network(x, W, b, w_out, b_out):
    hidden = (W @ x.T + b[:, None] >= 0).T
    return np.where(hidden.dot(w_out) < -b_out, 0, 1)
""",
    """
def network(x, W, b, w_out, b_out):
    hidden = np.heaviside(np.dot(x, np.transpose(W)) + b, 1)
    return np.heaviside(np.dot(hidden, w_out) + b_out, 1)
""",
    """
def network(x, W, b, w_out, b_out):
    hidden = np.column_stack([x @ W[i] + b[i] >= 0 for i in range(len(W))]).astype(float)
    return hidden @ w_out + b_out >= 0
""",
    "network = lambda x, W, b, v, c: [int((x[i] @ W.T + b >= 0) @ v + c >= 0)"
    " for i in range(len(x))]",
    """
import nn
def network(x, W, b, w_out, b_out):
    return nn.step(nn.neuron(nn.step(nn.linear(x, W, b)), w_out, b_out))
""",
    """
import nn
def network(x, W, b, w_out, b_out):
    hidden = nn.step(nn.linear(x, W, b))
    return nn.step(nn.linear(hidden, w_out[None, :], np.array([b_out])))[:, 0]
""",
    """
class Layer:
    def __init__(self, W, b):
        self.W, self.b = np.atleast_2d(W), np.atleast_1d(b)
    def __call__(self, x):
        return (x @ self.W.T + self.b >= 0).astype(int)

def network(x, W, b, w_out, b_out):
    return Layer(w_out, b_out)(Layer(W, b)(x)).ravel()
""",
    """
def network(x, W, b, w_out, b_out):
    x = np.hstack([x, np.ones((len(x), 1))])
    hidden = x @ np.hstack([W, b[:, None]]).T >= 0
    hidden = np.hstack([hidden, np.ones((len(x), 1))])
    return hidden @ np.append(w_out, b_out) >= 0
""",
    """
def network(x, W, b, w_out, b_out):
    z = np.full(len(x), b_out)
    for i in range(len(W)):
        fires = x @ W[i] + b[i] >= 0
        z = z + w_out[i] * fires
    return 1 - (z < 0)
""",
    """
def network(x, W, b, w_out, b_out):
    hidden = np.zeros((len(x), len(W)))
    hidden[x @ W.T + b >= 0] = 1
    answer = np.ones(len(x))
    answer[hidden @ w_out + b_out < 0] = 0
    print(hidden, answer)
    return answer
""",
    """
def network(x, W, b, w_out, b_out):
    if len(x) == 0:
        return []
    h = (W @ x[0] + b >= 0) + 0
    return [float(h @ w_out + b_out >= 0)] + list(network(x[1:], W, b, w_out, b_out))
""",
    """
def network(x, W, b, w_out, b_out):
    x, W, b = np.float32(x), np.float32(W), np.float32(b)
    hidden = np.float32(x @ W.T + b >= 0)
    return np.float32(hidden @ np.float32(w_out) + np.float32(b_out) >= 0)
""",
    """
def network(inputs, weights, biases, out, threshold):
    first = np.matmul(inputs, weights.T)
    first = first + biases
    first = np.where(first < 0, 0, 1)
    last = np.matmul(first, out) + threshold
    return np.where(last < 0, 0, 1)
""",
    """
def neuron(row, w, b):
    return float(np.inner(row, w) + b >= 0)

def network(x, W, b, w_out, b_out):
    return np.array([neuron([neuron(r, *n) for n in zip(W, b)], w_out, b_out) for r in x])
""",
    """
def network(x, W, b, w_out, b_out):
    hidden = np.greater_equal(np.tensordot(x, W, axes=(1, 1)) + b, 0)
    return np.greater_equal((hidden * w_out).sum(axis=1) + b_out, 0)
""",
    """
def network(x, W, b, w_out, b_out):
    z = (x[:, None, :] * W[None, :, :]).sum(axis=2) + b
    a = np.select([z >= 0], [1], 0)
    z = a @ w_out[:, None] + b_out
    return np.select([z >= 0], [1], 0)[:, 0]
""",
]

LOGIC = [
    "AND, OR, NOT = [1, 1, -1.5], [1, 1, -0.5], [-1, 0.5]",
    "AND = (2, 2, -3)\nOR = (2, 2, -1)\nNOT = (-2, 1)",
    "AND = [1, 1, -2]\nOR = [1, 1, -1]\nNOT = [-1, 0]",
    "AND = np.array([0.3, 0.4, -0.5])\nOR = AND + [0, 0, 0.3]\nNOT = np.array([-9, 1]) / 9",
    "AND = [10, 20, -25]\nOR = [100, 1, -1]\nNOT = [-3.5, 3.4]",
]

STYLES = [
    ("predict", PREDICT),
    ("update", UPDATE),
    ("train", TRAIN),
    ("repair", NETWORK),
    ("logic", LOGIC),
]


@pytest.mark.parametrize(
    ("exercise", "code"),
    [(name, "import numpy as np\n" + code) for name, codes in STYLES for code in codes],
)
def test_right_programs_pass_however_they_are_written(exercise, code):
    found = verdict(exercise, code)
    assert found.result == "pass", found.message


def test_there_are_twenty_styles_of_each_function():
    assert [len(codes) for _, codes in STYLES[:4]] == [20, 20, 20, 20]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("AND = [1, 1]", "Put just these numbers in a list"),
        ("AND = [1, 1, 'x']", "can't be used"),
        ("AND = lambda x: x", "can't be used"),
        ("AND = [0.7, -2, -0.5]", "answers 0, 0, 1, 0, but it should answer 0, 0, 0, 1"),
    ],
)
def test_numbers_that_are_no_neuron_are_told_so(code, told):
    found = verdict("logic", code + "\nOR = [1, 1, -0.5]\nNOT = [-1, 0.5]")
    assert found.result == "fail"
    assert told in found.message


# ---- the page's cells and figures ----


def keep(said, _stream, text):
    said.append(text)


def ran(names):
    """Run all cells in order; return all variables, and what the cells of these names print."""
    text = (FOLDER / "lesson.md").read_text(encoding="utf-8")
    cells = dict(re.findall(r"^```\{cell\} (\S+)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE))
    assert list(cells)[:3] == ["traced", "hidden", "change"]
    runner = Runner(Guard())
    printed: dict[str, list[str]] = {}
    for name, code in cells.items():
        said = printed.setdefault(name, [])
        output = Output(partial(keep, said))
        end = awaited(runner.run(name, code, "perceptron", output))
        assert end.error is None, end.error
    return runner.names("perceptron"), "".join("".join(printed[name]) for name in names)


def test_every_cell_runs_in_order():
    names, printed = ran(["circle"])
    assert "epochs 1000" in printed
    np.testing.assert_array_equal(names["answer"], names["y"])  # three neurons do XOR


def figure(name):
    return Figure(FOLDER / "figures" / f"{name}.py")


def module(name):
    return load(FOLDER / "figures" / f"{name}.py")


def states(name):
    """Yield the values of all states that can be stepped or chosen through."""
    if name == "learning":
        return [{"data": data, "step": k} for data in ("and", "or", "clusters") for k in range(24)]
    if name == "xor":
        return [{"step": k, "why": why} for k in range(18) for why in (False, True)]
    if name in ("corner", "moved", "nine"):
        return [{}]
    if name == "neuron":
        return [{"degrees": a, "knots": b} for a in (-5, 0, 2) for b in (-5, -1, 5)]
    if name == "reader":
        return [{"pair": p, "image": i} for p in ("0-1", "3-7", "4-9") for i in range(1, 7)]
    chosen = [{"point": point} for point in "ABCDEFO"]
    corners = [{"line": (u, v), "weights": (-u, v)} for u in (-2, 0, 2) for v in (-2, 0, 2)]
    return chosen + corners


@pytest.mark.parametrize(
    "name", ["boundary", "corner", "learning", "moved", "neuron", "nine", "reader", "xor"]
)
def test_figures_draw_every_state_and_stay_small(name):
    drawing = figure(name)
    for values in states(name):
        svg = drawing.draw(values)
        markup = svg.markup()
        assert markup.count("</") < 150
        assert len(svg.summary) > 60
        assert "−0.00" not in markup
        for place in re.findall(r' (?:cx|cy|x|y|x1|x2|y1|y2)="([^"]+)"', markup):
            assert -40 < float(place) < 620


def test_the_boundary_figure_counts_as_the_neuron_answers():
    drawing = figure("boundary")
    assert "w = (0.8, −0.1), b = 0.60" in drawing.draw({}).summary  # the traced network's neuron
    assert "z = 0.8 · 2.0 + (−0.1) · 3.0 + 0.60 = 1.90 ≥ 0" in drawing.draw({}).summary
    assert "5 of 6" in drawing.draw({}).summary
    solved = drawing.draw({"line": (1.0, 1.0), "weights": (1.0, 1.0)})
    assert "6 of 6" in solved.summary
    assert "plane-wrong" not in solved.markup()
    for angle in np.linspace(0, 2 * np.pi, 200):  # the text says that without a bias none will do
        weights = (float(np.cos(angle)), float(np.sin(angle)))
        assert "6 of 6" not in drawing.draw({"line": (0.0, 0.0), "weights": weights}).summary
    doubled = drawing.draw({"weights": (1.6, -0.2)})
    assert "b = 1.20" in doubled.summary
    assert "5 of 6" in doubled.summary
    assert "there is no line" in drawing.draw({"weights": (0.0, 0.0)}).summary


def test_dragging_the_tip_reads_the_weights_from_the_line():
    markup = figure("boundary").draw({"line": (1.0, -2.0), "weights": (0.5, 1.5)}).markup()
    tip = re.search(r"<circle[^>]*data-handle=\"weights\"[^>]*>", markup)[0]
    x, y = (float(re.search(rf' {name}="([^"]+)"', tip)[1]) for name in ("cx", "cy"))
    origin, unit = (
        [float(part) for part in re.search(rf'data-{name}="([^"]+)"', tip)[1].split()]
        for name in ("origin", "unit")
    )
    assert (x - origin[0]) / unit[0] == pytest.approx(0.5, abs=0.01)
    assert (y - origin[1]) / unit[1] == pytest.approx(1.5, abs=0.01)


@pytest.mark.parametrize("data", ["and", "or", "clusters"])
def test_the_learning_figure_ends_with_all_right(data):
    drawing = figure("learning")
    assert "learned" not in drawing.draw({"data": data}).summary
    last = drawing.draw({"data": data, "step": 23})
    assert "learned" in last.summary
    assert last.markup().count("plane-wrong") == 1  # in the key


@pytest.mark.parametrize("data", ["and", "or", "clusters"])
def test_a_steps_arrow_goes_on_from_the_arrow_w_to_the_new_one(data):
    plane, found = module("learning").PLANES[data], 0
    for step, now in enumerate(module("learning").HISTORIES[data]):
        markup = figure("learning").draw({"data": data, "step": step}).markup()
        drawn = re.search(
            r'd="M([-\d. ]+)L([-\d. ]+)M[^"]*" class="plane-arrow learning-ch', markup
        )
        if not drawn:
            continue
        found += 1
        change = np.array([[float(one) for one in end.split()] for end in drawn.groups()])
        away = np.abs(change - [plane.at(now.w), plane.at(now.new_w)]).max()
        moved = now.new_w - now.w
        back = abs(moved[0] * now.w[1] - moved[1] * now.w[0]) < 1e-9 and moved @ now.w < 0
        assert away > 6 if back else away < 0.06  # back along w, it's beside it
    assert found > 1


@pytest.mark.parametrize("data", ["and", "or", "clusters"])
def test_a_steps_arrow_has_its_name_and_its_part_of_the_sum_its_color(data):
    history, named = module("learning").HISTORIES[data], 0
    for step, now in enumerate(history):
        markup = figure("learning").draw({"data": data, "step": step}).markup()
        moved = (now.new_w != now.w).any()
        assert ("η e x" in markup) == moved
        kind = "learning-plus" if now.error > 0 else "learning-minus"
        assert (f'<span class="{kind}">0.5 · ' in markup) == bool(now.error)
        named += moved
    assert named > 1


def test_one_line_can_have_the_six_days_and_the_days_by_hand_right():
    days = module("boundary").EXAMPLES.values()
    x = np.array([place for place, _ in days] + [(2, 3), (-3, 2), (3, -2)], float)
    y = np.array([label for _, label in days] + [1, 0, 1])
    assert nn.perceptron_train(x, y, 0.5, 1000)[2][-1] == 0


def test_the_rule_learns_the_very_days_that_the_figure_draws():
    text = (FOLDER / "lesson.md").read_text(encoding="utf-8")
    days, came = (
        np.array(json.loads(re.search(rf"^# {name} = np.array\((\[.*\])\)", text, re.MULTILINE)[1]))
        for name in ("x", "y")
    )
    drawn = module("boundary").EXAMPLES.values()
    np.testing.assert_array_equal(days, [place for place, _ in drawn])
    np.testing.assert_array_equal(came, [label for _, label in drawn])
    assert nn.perceptron_train(days, came, 0.5)[2][-1] == 0


def test_the_answer_changes_between_the_weights_that_the_page_says_to_try():
    answers = [nn.neuron(np.array([[2.0, 3.0]]), np.array([w, -0.1]), 0.6) for w in (-0.1, -0.2)]
    assert answers[0] > 0 > answers[1]


def test_the_layer_moves_the_points_of_xor_so_that_one_line_is_enough():
    assert "both discs are at (1, 1)" in figure("moved").draw({}).summary
    moved = module("moved")
    assert (moved.HIDDEN[moved.Y == 1] == 1).all()
    last = nn.neuron(moved.HIDDEN, moved.LAST_W, moved.LAST_B)
    np.testing.assert_array_equal(nn.step(last), moved.Y)
    assert "4 of 4 right" in figure("corner").draw({}).summary


def test_the_xor_figure_says_when_a_state_comes_back():
    drawing = figure("xor")
    steps = nn.perceptron_history(*nn.xor(), 0.5, 6)
    first, again = nn.perceptron_cycle(steps)
    assert "Same as" not in drawing.draw({"step": again - 1}).summary
    assert f"Same as after step {first}" in drawing.draw({"step": again}).summary
    assert "diagonals cross" in drawing.draw({"why": True}).summary
    for one in steps[first:again]:  # the text says that each of these steps helps its own example
        w, b, row = one.new_w, one.new_b, one.row
        assert nn.step(nn.neuron(nn.xor()[0], w, b))[row] == nn.xor()[1][row]


def test_xors_figure_and_ands_both_show_the_neuron_after_a_step():
    told = figure("xor").draw({"step": 7}).summary
    seen = nn.perceptron_history(*nn.xor(), 0.5, 6)[6]
    right = (nn.step(nn.neuron(nn.xor()[0], seen.new_w, seen.new_b)) == nn.xor()[1]).sum()
    assert f"After step 7: {right} of 4 right" in told
    assert "2 of 4 right after this step" in figure("learning").draw({"step": 4}).summary


# ---- one neuron reads digits ----

READERS = samples.load("perceptron", "readers")


def test_the_drawn_neuron_is_the_one_of_the_text():
    drawing = figure("neuron")
    assert "z = 0.8 · 2 + (−0.1) · 3 + 0.6 = 1.9" in drawing.draw({}).summary
    assert "the answer is 1: yes." in drawing.draw({}).summary
    cold = drawing.draw({"degrees": -3, "knots": 2}).summary
    assert "= −2.0" in cold
    assert "the answer is 0: no." in cold
    # At the thing itself, too
    assert ">no<" in drawing.draw({"degrees": -3, "knots": 2}).markup()


def test_the_nine_pixels_that_are_drawn_are_those_worked_out():
    text = (FOLDER / "lesson.md").read_text(encoding="utf-8")
    for name in ("ring", "bar"):
        written = re.search(rf"^{name} = np.array\((\[.*\])\)", text, re.MULTILINE)[1]
        assert json.loads(written) == getattr(module("nine"), name.upper()).ravel().tolist()


def test_each_reader_misreads_the_last_two_images_and_its_parts_add_up():
    drawing = figure("reader")
    for state in states("reader"):
        summary = drawing.draw(state).summary
        right = "(right)" in summary
        assert right == (state["image"] <= 4)
        assert right != ("wrong: it’s a" in summary)
        pieces = [float(one.replace("−", "-")) for one in re.findall(r"adds (−?[\d.]+\d)", summary)]
        z = float(re.search(r"z = (−?[\d.]+)", summary)[1].replace("−", "-"))
        assert sum(pieces) == pytest.approx(z, abs=1e-6)
        pair, i = ["0-1", "3-7", "4-9"].index(state["pair"]), state["image"] - 1
        x, w = READERS["images"][pair, i] / 255, READERS["w"][pair].astype(float)
        assert x @ w + READERS["b"][pair] == pytest.approx(z, abs=0.15)


def test_the_cell_trains_the_neuron_that_the_figure_shows():
    _, printed = ran(["digits"])
    assert f"right on new images {READERS['new'][0]:.3f}" in printed
    few: dict[str, Any] = samples.load("perceptron", "digits")
    half = int(READERS["trained_on"][0])
    w, b, _ = nn.perceptron_train(few["images"][:half] / 255, few["labels"][:half], 1.0, 10)
    np.testing.assert_allclose(w, READERS["w"][0], atol=1e-5)
    assert b == READERS["b"][0]
