"""The lesson on backpropagation: which of two mistakes is named, and right programs in any form."""

import itertools
import json
import random
import re
import textwrap
from collections.abc import Callable
from dataclasses import asdict

import numpy as np
import pytest

import nn
from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.exercise import Exercise
from course.figures.figure import Figure
from course.figures.svg import Element, number
from course.lessons import lesson_folder, lessons_folder, load

FOLDER = lesson_folder(lessons_folder(), "backprop")
GUARD = Guard()
PATIENT = 30.0  # seconds: what is found may not depend on the machine
BACKWARD = Exercise(FOLDER / "exercises" / "backward")


def verdict(exercise, code):
    return check(Exercise(FOLDER / "exercises" / exercise), code, GUARD)


# ---- two mistakes at once: the one nearest the output comes first ----


def pairs():
    """Yield (slugs of the nearest, both slugs, program) of every two mistakes that go together."""
    for one, other in itertools.combinations(BACKWARD.mistakes, 2):
        first, second = changes(one), changes(other)
        if first.keys().isdisjoint(second) and {one.slug, other.slug} not in NOT_TWO:
            near, far = sorted((one, other), key=lambda m: level(changes(m)))
            level_pair = level(first) == level(second)
            nearest = {one.slug, other.slug} if level_pair else {near.slug}
            yield nearest, f"{near.slug} and {far.slug}", program({**first, **second})


# Together these two are right, or another mistake.
NOT_TWO = [
    {"divided-twice", "not-divided"},
    {"bias-before-mask", "weights-before-mask"},
    # The slope alone leaves da1 out, whatever is wrong with it.
    {"slope-alone", "updated-too-early"},
    {"slope-alone", "upstream-forgotten"},
    {"slope-alone", "weights-skipped"},
    {"slope-alone", "weights-transposed"},
    {"slope-alone", "wrong-weights"},
]
LINES = ["dz2", "dW2", "db2", "da1", "dz1", "dW1", "db1", "return"]
LEVELS = {"return": -1, "dz2": 0, "dW2": 1, "db2": 1, "da1": 2, "dz1": 3, "dW1": 4, "db1": 4}


def lines(code):
    """Return the lines of backward by what they compute; what stands between goes to the next."""
    found, before = {}, ""
    for text in (
        code.rpartition("def backward")[2].split("    z1, a1, z2, p = ")[1].splitlines()[1:]
    ):
        name = text.split()[0] if text.split() else ""
        before += text + "\n"
        if name in LINES:
            found[name], before = before, ""
        if name == "return":
            break  # other forms of a mistake come after it
    return found


def changes(mistake):
    right = lines(BACKWARD.solution)
    return {name: text for name, text in lines(mistake.code).items() if text != right[name]}


def level(changed):
    """Return how far from the output the changed lines begin; dW and db of a layer are level."""
    return min(LEVELS[name] for name in changed)


def program(changed):
    head = BACKWARD.solution.partition("    dz2 = ")[0]
    return head + "".join({**lines(BACKWARD.solution), **changed}.values())


PAIRS = random.Random(1).sample(list(pairs()), 20)


@pytest.mark.parametrize(("nearest", "made", "code"), PAIRS, ids=[made for _, made, _ in PAIRS])
def test_of_two_mistakes_the_one_nearest_the_output_is_named(nearest, made, code):
    found = check(BACKWARD, code, GUARD, PATIENT)
    assert found.result == "fail"
    # The order of the results is no step of the chain: beside it, either mistake may come first.
    either = made.split(" and ") if "order-of-results" in made else ()
    assert found.diagnosis in {*nearest, *either}, found.message


def test_a_mistake_beside_an_unknown_one_is_named_with_doubt():
    code = BACKWARD.solution.replace("(p - y)", "(y - p)").replace("* (z1 > 0)", "* 1.7")
    found = check(BACKWARD, code, GUARD, PATIENT)
    assert found.diagnosis == "sign"
    assert "explains only part" in found.message


# ---- right programs, in unlike styles ----

IMPORTS = "import math\n\nimport numpy as np\n\nimport nn\n"
LAYERS = """
def layers(x, W1, b1, W2, b2):
    z = nn.linear(x, W1, b1)
    a = nn.relu(z)
    return z, a, nn.linear(a, W2, b2)
"""
PASS = (FOLDER / "exercises" / "forward" / "solution.py").read_text(encoding="utf-8")
TRAINING = (FOLDER / "exercises" / "train" / "solution.py").read_text(encoding="utf-8")
HEADS = {
    "forward": ("forward", IMPORTS + LAYERS, "def forward(x, W1, b1, W2, b2):"),
    "backward": ("backward", IMPORTS + PASS, "def backward(x, y, W1, b1, W2, b2):"),
    "gradient_check": ("gradient-check", IMPORTS, "def gradient_check(f, w):"),
    "train": (
        "train",
        IMPORTS + TRAINING.partition("def train")[0],
        "def train(x, y, parameters, learning_rate, epochs, size):",
    ),
    "step": ("repair", IMPORTS, "def step(x, y, W1, b1, W2, b2, learning_rate):"),
}

# How softmax, and the two layers, may be written.
SOFTMAX = [
    "np.exp(z2) / np.exp(z2).sum(axis=1, keepdims=True)",
    "nn.softmax(z2)",
    "np.exp(nn.log_softmax(z2))",
    "np.array([np.exp(r) / np.exp(r).sum() for r in z2])",
    "np.exp(z2 - np.log(np.exp(z2).sum(axis=1))[:, None])",
    "(np.exp(z2).T / np.exp(z2).sum(axis=1)).T",
    "np.stack([1 / np.exp(z2 - z2[:, [k]]).sum(axis=1) for k in range(len(b2))], axis=1)",
]
LAYER = [
    "{x} @ {W}.T + {b}",
    "nn.linear({x}, {W}, {b})",
    "np.einsum('ni,oi->no', {x}, {W}) + {b}",
    "({W} @ {x}.T + {b}[:, None]).T",
    "np.array([[sum(v * w for v, w in zip(r, q)) + c for q, c in zip({W}, {b})] for r in {x}])",
    "np.dot({x}, np.transpose({W})) + np.tile({b}, (len({x}), 1))",
    "({x}[:, None, :] * {W}[None]).sum(axis=2) + {b}",
]
RELU = [
    "np.maximum(z1, 0)",
    "np.maximum(0, z1)",
    "z1 * (z1 > 0)",
    "np.where(z1 > 0, z1, 0)",
    "z1.clip(0)",
    "(z1 + np.abs(z1)) / 2",
    "nn.relu(z1)",
]


def passes():
    """Return forward in unlike styles; the parts go round at different paces."""
    for i in range(21):
        first, second = LAYER[i % 7], LAYER[(i + i // 7) % 7]
        yield (
            f"z1 = {first.format(x='x', W='W1', b='b1')}\n"
            f"a1 = {RELU[(i + 2 * (i // 7)) % 7]}\n"
            f"z2 = {second.format(x='a1', W='W2', b='b2')}\n"
            f"return z1, a1, z2, {SOFTMAX[(3 * i + i // 7) % 7]}"
        )


BACK = """
z1, a1, z2, p = forward(x, W1, b1, W2, b2)
dz2 = {dz2}
dz1 = {dz1}
return {dW1}, {db1}, {dW2}, {db2}
"""
STARTS = ["(p - y) / len(x)", "p / len(p) - y / len(y)", "np.divide(p - y, x.shape[0])"]
MASKS = [
    "dz2 @ W2 * (z1 > 0)",
    "(dz2 @ W2) * (a1 > 0)",
    "np.where(z1 > 0, dz2 @ W2, 0)",
    "np.where(z1 <= 0, 0.0, (W2.T @ dz2.T).T)",
    "np.einsum('nk,kh,nh->nh', dz2, W2, np.heaviside(z1, 0))",
    "nn.matmul(dz2, W2) * nn.relu_slope(z1)",
    "sum(np.outer(dz2[:, k], W2[k]) for k in range(len(W2))) * np.sign(a1)",
]
WEIGHTS = [
    "{dz}.T @ {a}",
    "({a}.T @ {dz}).T",
    "np.einsum('no,ni->oi', {dz}, {a})",
    "sum(np.outer({dz}[i], {a}[i]) for i in range(len(x)))",
    "({dz}[:, :, None] * {a}[:, None, :]).sum(axis=0)",
    "np.dot(np.transpose({dz}), {a})",
    "nn.linear_backward_parameters({dz}, {a})[0]",
]
BIASES = [
    "{dz}.sum(axis=0)",
    "np.sum({dz}, 0)",
    "np.ones(len(x)) @ {dz}",
    "sum({dz})",
    "np.einsum('no->o', {dz})",
    "len(x) * {dz}.mean(axis=0)",
    "np.array([column.sum() for column in {dz}.T])",
]
WHOLE_BACKWARDS = [
    """
    network = nn.MLP([W1, W2], [b1, b2])
    trace = network.forward(x)
    found = network.backward(trace, (nn.softmax(trace.logits) - y) / len(x))
    print(found)
    return found.parameters
    """,
    """
    total = [np.zeros(a.shape, np.float32) for a in (W1, b1, W2, b2)]
    for row, truth in zip(x, y):
        z1, a1, z2, p = forward(row[None], W1, b1, W2, b2)
        d2 = (p - truth)[0]
        d1 = [0.0] * len(b1)
        for h in range(len(b1)):
            if z1[0, h] > 0:
                d1[h] = sum(d2[k] * W2[k, h] for k in range(len(b2)))
        for t, g in zip(total, (np.outer(d1, row), d1, np.outer(d2, a1[0]), d2)):
            t += np.array(g) / len(x)
    return tuple(total)
    """,
    """
    def loss(*arrays):
        p = forward(x, *arrays)[-1]
        return -np.mean(np.log((p * y).sum(axis=1)))
    arrays, slopes = [W1, b1, W2, b2], []
    for i, array in enumerate(arrays):
        slope = np.zeros_like(array)
        for place in np.ndindex(array.shape):
            up, down = array.copy(), array.copy()
            up[place] += 1e-5
            down[place] -= 1e-5
            above = loss(*arrays[:i], up, *arrays[i + 1:])
            slope[place] = (above - loss(*arrays[:i], down, *arrays[i + 1:])) / 2e-5
        slopes.append(slope)
    return slopes
    """,
]


def backwards():
    for i in range(20):
        w, b = WEIGHTS[i % 7], BIASES[(i + i // 7) % 7]
        yield BACK.format(
            dz2=STARTS[i % 3],
            dz1=MASKS[(i + 2 * (i // 7)) % 7],
            dW1=w.format(dz="dz1", a="x"),
            db1=b.format(dz="dz1"),
            dW2=w.format(dz="dz2", a="a1"),
            db2=b.format(dz="dz2"),
        )
    yield from WHOLE_BACKWARDS


NUDGE = """
h = {h}
slopes = np.zeros_like(w)
for place in {places}:
    {nudge}
    slopes[place] = {slope}
return slopes
"""
PLACES = ["np.ndindex(w.shape)", "np.ndindex(*w.shape)", "list(np.ndindex(w.shape))"]
COPIES = "up, down = w.copy(), w.copy(); up[place] += h; down[place] -= h"
ONES = "e = np.zeros(w.shape); e[place] = h; up, down = w + e, w - e"
NUDGES = [COPIES, ONES, "up = np.array(w); up[place] += h; down = np.array(w); down[place] -= h"]
DIVIDED = [
    "(f(up) - f(down)) / (2 * h)",
    "(f(up) - f(down)) / 2 / h",
    "0.5 / h * (f(up) - f(down))",
]
SIZES = ["1e-5", "1e-4", "3e-5", "1e-6", "2**-16", "5e-6"]
WHOLE_CHECKS = [
    "return nn.numerical_gradient(f, w.copy())",
    """
    flat, slopes = w.ravel(), []
    for i in range(flat.size):
        e = np.eye(flat.size)[i].reshape(w.shape) * 1e-5
        slopes.append((f(w + e) - f(w - e)) / 2e-5)
    return np.reshape(slopes, w.shape)
    """,
    """
    def one(i):
        e = np.zeros(w.size)
        e[i] = 1e-5
        e = e.reshape(w.shape)
        return (f(w + e) - f(w - e)) / 2e-5
    return np.array([one(i) for i in range(w.size)]).reshape(w.shape)
    """,
    """
    w, h = w.copy(), 1e-5
    slopes = np.empty(w.shape)
    for place, kept in np.ndenumerate(w):
        w[place] = kept + h
        above = f(w)
        w[place] = kept - h
        slopes[place] = (above - f(w)) / (2 * h)
        w[place] = kept
        print(place, slopes[place])
    return slopes
    """,
    """
    h, slopes = 1e-3, np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        def at(k):
            v = w.copy()
            v[place] += k * h
            return f(v)
        slopes[place] = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h)
    return slopes
    """,
]


def checks():
    for i in range(18):
        yield NUDGE.format(
            h=SIZES[i % 6],
            places=PLACES[i % 3],
            nudge=NUDGES[(i + i // 3) % 3],
            slope=DIVIDED[(i + i // 6) % 3],
        )
    yield from WHOLE_CHECKS


LOOP = """
parameters = {copies}
losses = []
{epochs}
    for start in {starts}:
        rows = {rows}
        gradients = {zeros}
        backward(x[rows], y[rows], parameters, gradients)
        {update}
    losses.append(loss(x, y, parameters))
return parameters, {losses}
"""
COPIED = [
    "[p.copy() for p in parameters]",
    "[np.array(p) for p in parameters]",
    "list(map(np.copy, parameters))",
]
EPOCHS = [
    "for _ in range(epochs):",
    "while len(losses) < epochs:",
    "for epoch in range(1, epochs + 1):",
]
BATCHES = ["range(0, len(x), size)", "np.arange(0, len(y), size)"]
ROWS = ["slice(start, start + size)", "np.arange(start, min(start + size, len(x)))"]
ZEROS = [
    "[np.zeros_like(p) for p in parameters]",
    "[0 * p for p in parameters]",
    "[np.zeros(p.shape) for p in parameters]",
]
UPDATES = [
    "for p, g in zip(parameters, gradients): p -= learning_rate * g",
    "parameters = [p - learning_rate * g for p, g in zip(parameters, gradients)]",
    "for i in range(4): parameters[i] = parameters[i] - learning_rate * gradients[i]",
    "nn.SGD(parameters, learning_rate).step(gradients)",
]
GIVEN = ["losses", "np.array(losses)", "tuple(losses)"]
WHOLE_TRAININGS = [
    """
    if epochs == 0:
        return parameters, []
    for start in range(0, len(x), size):
        gradients = [np.zeros_like(p) for p in parameters]
        backward(x[start : start + size], y[start : start + size], parameters, gradients)
        parameters = [p - learning_rate * g for p, g in zip(parameters, gradients)]
    now = loss(x, y, parameters)
    parameters, later = train(x, y, parameters, learning_rate, epochs - 1, size)
    return parameters, [now, *later]
    """,
    """
    W1, b1, W2, b2 = parameters
    gradients = [np.zeros_like(p) for p in parameters]
    losses = []
    for _ in range(epochs):
        left, truth = x, y
        while len(left):
            for g in gradients:
                g[...] = 0
            backward(left[:size], truth[:size], [W1, b1, W2, b2], gradients)
            W1, b1 = W1 - learning_rate * gradients[0], b1 - learning_rate * gradients[1]
            W2, b2 = W2 - learning_rate * gradients[2], b2 - learning_rate * gradients[3]
            left, truth = left[size:], truth[size:]
        losses.append(loss(x, y, [W1, b1, W2, b2]))
    return (W1, b1, W2, b2), losses
    """,
]


def trainings():
    for i in range(20):
        yield LOOP.format(
            copies=COPIED[i % 3],
            epochs=EPOCHS[(i + i // 3) % 3],
            starts=BATCHES[i % 2],
            rows=ROWS[i // 2 % 2],
            zeros=ZEROS[(i + 1) % 3],
            update=UPDATES[i % 4],
            losses=GIVEN[(i + 2) % 3],
        )
    yield from WHOLE_TRAININGS


ONE_STEP = """
z1 = {z1}
a1 = {a1}
z2 = {z2}
dz2 = ({p} - y) / len(x)
dz1 = dz2 @ W2 * {slope}
new = {dW1}, {db1}, {dW2}, {db2}
return {result}
"""
SIGMOIDS = [
    "1 / (1 + np.exp(-z1))",
    "nn.sigmoid(z1)",
    "0.5 + 0.5 * np.tanh(z1 / 2)",
    "np.exp(z1) / (1 + np.exp(z1))",
]
SLOPES = [
    "a1 * (1 - a1)",
    "(a1 - a1**2)",
    "nn.sigmoid_slope(z1)",
    "nn.sigmoid(-z1) * a1",
    "(0.25 - (a1 - 0.5) ** 2)",
]
RESULTS = [
    "tuple(p - learning_rate * g for p, g in zip((W1, b1, W2, b2), new))",
    "[W1 - learning_rate * new[0], b1 - learning_rate * new[1], W2 - learning_rate * new[2],"
    " b2 - learning_rate * new[3]]",
    "[p + -learning_rate * np.asarray(g) for p, g in zip([W1, b1, W2, b2], new)]",
]


def steps():
    for i in range(21):
        w, b = WEIGHTS[(i + i // 7) % 7], BIASES[(i + 2 * (i // 7)) % 7]
        yield ONE_STEP.format(
            z1=LAYER[i % 7].format(x="x", W="W1", b="b1"),
            a1=SIGMOIDS[i % 4],
            z2=LAYER[(i + 1) % 7].format(x="a1", W="W2", b="b2"),
            p=SOFTMAX[i % 7],
            slope=SLOPES[i % 5],
            dW1=w.format(dz="dz1", a="x"),
            db1=b.format(dz="dz1"),
            dW2=w.format(dz="dz2", a="a1"),
            db2=b.format(dz="dz2"),
            result=RESULTS[i % 3],
        )


VARIANTS = {
    "forward": list(passes()),
    "backward": list(backwards()),
    "gradient_check": list(checks()),
    "train": list(trainings()),
    "step": list(steps()),
}


def whole(name, body):
    """Return the whole program: a block becomes the body of the function."""
    _, before, head = HEADS[name]
    block = textwrap.indent(textwrap.dedent(body).strip("\n"), "    ")
    return f"{before}\n\n{head}\n{block}\n"


@pytest.mark.parametrize("name", VARIANTS)
def test_right_programs_pass_however_they_are_written(name):
    assert len(set(VARIANTS[name])) >= 20
    for body in VARIANTS[name]:
        found = verdict(HEADS[name][0], whole(name, body))
        assert found.result == "pass", f"{body}\n{found.message}"


# ---- wrong programs, built in other ways than the known mistakes ----

LOOPED = """
n, dW1, db1, dW2, db2 = len(x), 0 * W1, 0 * b1, 0 * W2, 0 * b2
for row, truth in zip(x, y):
    (z1,), (a1,), (z2,), (p,) = forward(row[None], W1, b1, W2, b2)
    error = {error}
    back = {back}
    behind = [{mask} for h in range(len(b1))]
    for k in range(len(b2)):
        db2[k] += {bias}
        for h in range(len(b1)):
            dW2[k, h] += {weight}
    for h in range(len(b1)):
        db1[h] += {first_bias}
        for i in range(len(row)):
            dW1[h, i] += {first_weight}
return dW1, db1, dW2, db2
"""
PLAIN = {
    "error": "(p - truth) / n",
    "back": "[sum(error[k] * W2[k, h] for k in range(len(b2))) for h in range(len(b1))]",
    "mask": "back[h] if z1[h] > 0 else 0",
    "bias": "error[k]",
    "weight": "error[k] * a1[h]",
    "first_bias": "behind[h]",
    "first_weight": "behind[h] * row[i]",
}
LOOPED_MISTAKES = [
    ("sign", {"error": "(truth - p) / n"}),
    ("not-divided", {"error": "p - truth"}),
    ("truth-forgotten", {"error": "1 / n * p"}),
    ("divided-by-classes", {"error": "(p - truth) / (n * len(p))"}),
    ("logits-for-p", {"error": "np.subtract(z2, truth) / n"}),
    ("softmax-slope-twice", {"error": "(p - truth) * (p - p**2) / n"}),
    ("mask-on-the-output", {"error": "np.where(z2 > 0, p - truth, 0) / n"}),
    ("mask-missing", {"mask": "back[h]"}),
    ("mask-inverted", {"mask": "0 if z1[h] >= 0 else back[h]"}),
    ("value-for-slope", {"mask": "back[h] * max(z1[h], 0)"}),
    ("z-for-slope", {"mask": "z1[h] * back[h]"}),
    ("sigmoid-slope", {"mask": "back[h] * (a1[h] - a1[h] ** 2)"}),
    ("z-one-minus-z", {"mask": "back[h] * (z1[h] - z1[h] ** 2)"}),
    ("relu-of-upstream", {"mask": "max(back[h], 0)"}),
    ("z-for-a", {"weight": "error[k] * z1[h]"}),
    ("upstream-forgotten", {"back": "W2.sum(axis=0) + 0.0"}),
    ("bias-gradient-zero", {"bias": "0", "first_bias": "0.0"}),
    ("bias-mean", {"bias": "error[k] / n", "first_bias": "behind[h] / n"}),
    ("bias-before-mask", {"first_bias": "back[h]"}),
    ("weights-before-mask", {"first_weight": "back[h] * row[i]"}),
    # Two at once: the one nearest the output.
    ("sign", {"error": "(truth - p) / n", "mask": "back[h]"}),
    ("not-divided", {"error": "p - truth", "first_bias": "back[h]"}),
    ("z-for-a", {"weight": "error[k] * z1[h]", "mask": "z1[h] * back[h]"}),
]
OTHER_MISTAKES = [
    (
        "forward",
        "bias-forgotten",
        "z = x @ W1.T; a = nn.relu(z); s = a @ W2.T; return z, a, s, nn.softmax(s)",
    ),
    (
        "forward",
        "b2-forgotten",
        "z = nn.linear(x, W1, b1); a = nn.relu(z); s = a.dot(W2.T); return z, a, s, nn.softmax(s)",
    ),
    (
        "forward",
        "relu-forgotten",
        "z = nn.linear(x, W1, b1); s = nn.linear(z, W2, b2); return z, z, s, nn.softmax(s)",
    ),
    (
        "forward",
        "wrong-axis",
        "z, a, s = layers(x, W1, b1, W2, b2); return z, a, s, nn.softmax(s.T).T",
    ),
    (
        "forward",
        "sigmoid-for-softmax",
        "z, a, s = layers(x, W1, b1, W2, b2); return z, a, s, nn.sigmoid(s)",
    ),
    (
        "forward",
        "z-passed-on",
        "z, a, _ = layers(x, W1, b1, W2, b2); s = z @ W2.T + b2; return z, a, s, nn.softmax(s)",
    ),
    (
        "forward",
        "weights-transposed",
        "z = x @ W1 + b1; a = nn.relu(z); s = a @ W2 + b2; return z, a, s, nn.softmax(s)",
    ),
    (
        "forward",
        "softmax-missing",
        "z, a, s = layers(x, W1, b1, W2, b2); return z, a, s, s",
    ),
    ("gradient_check", "sign", "return -nn.numerical_gradient(f, w.copy())"),
    ("gradient_check", "divided-by-h", "return 2 * nn.numerical_gradient(f, w.copy())"),
    ("gradient_check", "absolute", "return abs(nn.numerical_gradient(f, w.copy()))"),
    ("gradient_check", "h-too-large", "return nn.numerical_gradient(f, w.copy(), 0.1)"),
    ("gradient_check", "h-of-one", "return nn.numerical_gradient(f, w.copy(), 1.0)"),
    (
        "gradient_check",
        "all-at-once",
        "return np.full(w.shape, (f(w + 1e-5) - f(w - 1e-5)) / 2e-5)",
    ),
    (
        "gradient_check",
        "one-sided",
        """
        steps = 1e-5 * np.eye(w.size).reshape(-1, *w.shape)
        return np.reshape([(f(w + step) - f(w)) / 1e-5 for step in steps], w.shape)
        """,
    ),
    (
        "step",
        "updated-too-early",
        ONE_STEP.format(
            z1="x @ W1.T + b1",
            a1="nn.sigmoid(z1)",
            z2="a1 @ W2.T + b2",
            p="nn.softmax(z2)",
            slope="a1 * (1 - a1)",
            dW1="dz1.T @ x",
            db1="sum(dz1)",
            dW2="dz2.T @ a1",
            db2="sum(dz2)",
            result=RESULTS[0],
        ).replace("dz1 = dz2 @ W2", "dz1 = dz2 @ (W2 - learning_rate * dz2.T @ a1)"),
    ),
    (
        "step",
        "slope-missing",
        ONE_STEP.format(
            z1="x @ W1.T + b1",
            a1="nn.sigmoid(z1)",
            z2="a1 @ W2.T + b2",
            p="nn.softmax(z2)",
            slope="1",
            dW1="dz1.T @ x",
            db1="sum(dz1)",
            dW2="dz2.T @ a1",
            db2="sum(dz2)",
            result=RESULTS[0],
        ),
    ),
]
LOOP_PARTS = {
    "copies": COPIED[0],
    "epochs": EPOCHS[0],
    "starts": BATCHES[0],
    "rows": ROWS[0],
    "zeros": ZEROS[0],
    "update": UPDATES[1],
    "losses": "losses",
}
TRAIN_MISTAKES = [
    (
        "sign-of-update",
        {"update": "for p, g in zip(parameters, gradients): p += learning_rate * g"},
    ),
    ("learning-rate-left-out", {"update": "nn.SGD(parameters, 1.0).step(gradients)"}),
    ("divided-again", {"update": "nn.SGD(parameters, learning_rate / size).step(gradients)"}),
    ("last-layer-only", {"update": "nn.SGD(parameters[2:], learning_rate).step(gradients[2:])"}),
    ("bias-not-updated", {"update": "nn.SGD(parameters[::2], learning_rate).step(gradients[::2])"}),
    ("last-batch-dropped", {"starts": "[size * i for i in range(len(x) // size)]"}),
    ("whole-data-each-time", {"rows": "range(len(x))"}),
    ("first-batch-only", {"rows": "slice(size)"}),
    ("rows-reversed", {"starts": "range(0, len(x), size)[::-1]"}),
    ("one-epoch-only", {"epochs": "for _ in [0]:"}),
    ("one-epoch-too-many", {"epochs": "while len(losses) <= epochs:"}),
    ("gradients-not-reset", {"zeros": "locals().get('gradients', [0 * p for p in parameters])"}),
    ("started-from-zero", {"copies": "[0 * p for p in parameters]"}),
]
WRONG = [
    *(("backward", slug, LOOPED.format(**PLAIN | parts)) for slug, parts in LOOPED_MISTAKES),
    *(("train", slug, LOOP.format(**LOOP_PARTS | parts)) for slug, parts in TRAIN_MISTAKES),
    *OTHER_MISTAKES,
]


def test_the_frame_of_the_wrong_programs_is_right():
    assert verdict("backward", whole("backward", LOOPED.format(**PLAIN))).result == "pass"
    assert verdict("train", whole("train", LOOP.format(**LOOP_PARTS))).result == "pass"


@pytest.mark.parametrize(("name", "slug", "body"), WRONG)
def test_wrong_programs_of_other_build_get_the_right_diagnosis(name, slug, body):
    found = verdict(HEADS[name][0], whole(name, body))
    assert (found.result, found.diagnosis) == ("fail", slug), found.message


# ---- the heat maps ----


def test_a_verdict_shows_every_gradient_beside_its_measured_slope():
    for code in (BACKWARD.solution, BACKWARD.start, BACKWARD.mistakes[0].code):
        found = check(BACKWARD, code, GUARD, PATIENT)
        assert [one["name"] for one in found.gradients] == ["W1", "b1", "W2", "b2"]
        assert all(one["agrees"] for one in found.gradients) == (found.result == "pass")
        assert json.loads(json.dumps(asdict(found)))["gradients"] == found.gradients


def test_when_all_is_right_the_gradients_are_those_of_the_lessons_own_example():
    network, (x, y) = nn.traced_network(), nn.traced_example()
    trace = network.forward(x)
    slope = nn.cross_entropy_gradient(trace.logits, y)
    for one, right in zip(
        check(BACKWARD, BACKWARD.solution, GUARD).gradients,
        network.backward(trace, slope).parameters,
        strict=True,
    ):
        assert np.allclose(one["computed"], np.atleast_2d(right), atol=1e-5)


def test_gradients_of_another_kind_have_no_difference():
    code = BACKWARD.solution.replace("return dW1, db1", "return 'nothing', dz1 * np.nan")
    words, numbers, *_ = check(BACKWARD, code, GUARD, PATIENT).gradients
    assert words["computed"] is None
    assert "difference" not in words
    assert numbers["computed"] == [["nan", "nan"]]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("(p - y) / len(x)", "(p - y) / len(x) * 1.7", "Look at how you get dz2 from p, y"),
        (
            "dz2.sum(axis=0)",
            "dz2.sum(axis=0) + 1",
            "dz2 is right. Look at how you get db2",
        ),
        (
            "* (z1 > 0)",
            "* (z1 > 0) * 1.7",
            "Everything before it is right. Look at",
        ),
        ("dz1.T @ x", "dz1.T @ x + 1", "dz1 is right. Look at how you get dW1 from it."),
    ],
)
def test_an_unknown_mistake_is_traced_to_its_line(before, after, told):
    found = check(BACKWARD, BACKWARD.solution.replace(before, after), GUARD)
    assert found.diagnosis is None
    assert told in found.message


# ---- figures ----


def figure(name):
    return Figure(FOLDER / "figures" / f"{name}.py")


def module(name):
    return load(FOLDER / "figures" / f"{name}.py")


def test_the_steps_tell_each_of_the_twelve_gradients_of_both_examples():
    one = figure("edges")
    network = nn.traced_network()
    for example, (x, y) in (("on", nn.traced_example()), ("off", nn.traced_example_off())):
        trace = network.forward(x)
        found = network.backward(trace, nn.cross_entropy_gradient(trace.logits, y))
        said = " ".join(
            one.draw({"step": i, "example": example}).summary for i in range(one.controls[0].count)
        )
        for slope in np.concatenate([g.ravel() for g in found.parameters]):
            assert f"= {number(slope, 3)}" in said


@pytest.mark.parametrize("example", ["on", "off"])
def test_no_two_steps_have_the_same_head_and_all_fit_into_the_drawing(example):
    one = figure("edges")
    said = [one.draw({"step": i, "example": example}).summary for i in range(one.controls[0].count)]
    heads = [text.split(". ")[1] for text in said]
    assert len(set(heads)) == len(heads)
    assert max(map(len, heads)) <= 42
    assert ("x₁ = 2" if example == "on" else "x₁ = −3") in said[0]


@pytest.mark.parametrize("example", ["on", "off"])
def test_every_step_has_as_many_lines_so_that_nothing_below_them_moves(example):
    one = figure("edges")
    steps = range(one.controls[0].count)
    drawn = [one.draw({"step": i, "example": example}).beside.markup() for i in steps]
    assert {markup.count("<p") for markup in drawn} == {4}


@pytest.mark.parametrize("example", ["on", "off"])
def test_every_line_of_arithmetic_is_true_of_the_numbers_it_shows(example):
    states, checked = module("edges").STORIES[example], 0
    for line in (line for state in states for line in state.lines):
        sum_, shown = ["", *line.partition(";")[0].split(" = ")][-2:]
        if re.fullmatch(r"[−\d.]+", shown) and re.fullmatch(r"[−\d.·+() ln]+", sum_):
            plain = sum_.replace("−ln", "-ln").replace("ln ", "ln(") + ")" * sum_.count("ln")
            plain, shown = plain.replace("·", "*").replace("−", "-"), shown.replace("−", "-")
            value, digits = eval(plain, {"ln": np.log}), len(shown.partition(".")[2])
            assert f"{value + 0.0:.{digits}f}".replace("-0.000", "0.000") == shown, line
            checked += 1
    assert checked > 25


def test_the_parts_of_a_path_stand_on_their_edges_until_they_are_added():
    one = figure("edges")
    states = module("edges").STORIES["on"]
    place = next(i for i, s in enumerate(states) if "path from o₂ to h₂" in s.head)
    shown = [one.draw({"step": i, "example": "on"}).markup() for i in range(place - 1, place + 3)]
    dz2, W2 = states_of_layer_2()
    parts = [f">da {number(part, 3)}<" for part in dz2 * W2[:, 1]]
    assert parts[0] in shown[0]
    assert parts[1] not in shown[0]
    assert all(part in shown[1] and part in shown[2] for part in parts)
    assert not any(part in shown[3] for part in parts)  # the slopes are back


@pytest.mark.parametrize("example", ["on", "off"])
@pytest.mark.parametrize("step", [14, 22, 36])
def test_an_edge_is_as_thick_as_its_number_is_large(example, step):
    edges, state = module("edges"), module("edges").STORIES[example][step]
    svg = figure("edges").draw({"step": step, "example": example}).markup()
    drawn = re.findall(r'stroke-width="([\d.]+)" class="edges-ribbon', svg)
    wanted = [1.5 + edges.THICK * abs(float(value)) for value, _, _ in state.edges.values()]
    np.testing.assert_allclose(np.array(drawn, float), wanted, atol=0.006)


@pytest.mark.parametrize("step", [0, 3, 14, 22, 36])
def test_an_edge_is_dashed_where_its_number_is_below_0(step):
    state, network = module("edges").STORIES["on"][step], nn.traced_network()
    svg = figure("edges").draw({"step": step}).markup()
    rest = [
        W[out, into]
        for W, (before, after) in zip(network.weights, (("x", "h"), ("h", "o")), strict=True)
        for out, into in np.ndindex(W.shape)
        if f"{before}{into + 1}{after}{out + 1}" not in state.edges
    ]
    values = [*rest, *(float(value) for value, _, _ in state.edges.values())]
    below = int((np.array(values, np.float64) < 0).sum())
    assert below > 0
    assert svg.count("edges-minus") == below


def test_each_weight_of_the_network_has_its_layers_number():
    names = Element("g")
    names.children.append(module("edges").NAMES)
    told = [part.text().split()[0] for part in names.parts() if "⁾" in part.text()]
    wanted = [f"W⁽{layer}⁾{out}{into}" for layer in "¹²" for out in "₁₂" for into in "₁₂"]
    assert sorted({one for one in told if one[-1] in "₁₂"}) == sorted(wanted)


@pytest.mark.parametrize("view", ["part", "whole"])
def test_the_numbers_of_the_graph_fit_into_their_boxes(view):
    graph = module("graph").GRAPHS[view]
    for node in graph.nodes.values():
        texts = [module("graph").short(node.value.data), *["ReLU"] * (node.kind == "relu")]
        widest = max(map(len, texts))
        assert 7.2 * widest <= graph.wide - 2  # units; 12.5 px digits are about 7 wide
        for other in graph.nodes.values():
            apart = abs(node.x - other.x) >= graph.wide or abs(node.y - other.y) >= graph.high
            assert apart or node is other


def test_learning_opens_where_it_has_learned_and_can_go_on():
    """Playing is left to the reader, and the picture shows what comes of it."""
    step = figure("learning").controls[2]
    assert 0 < step.value < step.count - 1
    assert "4 of 4 examples are on the right side" in figure("learning").draw({}).summary
    assert "after 0 steps" in figure("learning").draw({"step": 0}).summary


def states_of_layer_2():
    network, (x, y) = nn.traced_network(), nn.traced_example()
    trace = network.forward(x)
    found = network.backward(trace, nn.cross_entropy_gradient(trace.logits, y))
    return found.pre_activations[1][0], network.weights[1]


@pytest.mark.parametrize(("view", "weights"), [("part", 1), ("whole", 4)])
def test_the_graph_ends_with_the_slopes_of_the_tables(view, weights):
    one, (x, y) = figure("graph"), nn.traced_example()
    network = nn.traced_network()
    trace = network.forward(x)
    dW1 = network.backward(trace, nn.cross_entropy_gradient(trace.logits, y)).weights[0]
    told = one.draw({"step": module("graph").COUNT - 1, "view": view}).summary
    slopes = [f"{number(slope, 3)}" for slope in dW1.ravel()[:weights]]
    assert re.findall(r"W⁽¹⁾.. (−?\d\.\d+)", told) == slopes
    for step in range(module("graph").COUNT):
        assert len(one.draw({"step": step, "view": view}).markup()) < 16_000


def test_the_figure_opens_where_the_way_back_begins_and_the_text_links_there():
    one = figure("edges")
    assert one.controls[0].value == module("edges").FIRST_BACK
    text = (FOLDER / "lesson.md").read_text(encoding="utf-8")
    links = re.findall(r"#figure-edges\?(?:example=off&)?step=(\d+)", text)
    assert set(links) == {str(module("edges").FIRST_BACK)}


def test_a_loss_beyond_all_bounds_is_shown_whole():
    brief = module("learning").brief
    assert [brief(v, 3) for v in (0.0363, 5.88e36, -3992960.0)] == ["0.036", "5.9e36", "−4e6"]


def test_a_nudge_agrees_in_the_middle_and_at_no_end():
    one = figure("nudge")
    for parameter, _ in one.controls[0].options:
        for exponent, agrees in ((-1.0, False), (-5.0, True)):
            told = one.draw({"parameter": parameter, "exponent": exponent})
            assert ("they agree" in told.summary) == agrees, (parameter, exponent)
            assert told.markup().count("</") < 150
    assert "rounding" in one.draw({"exponent": -10.0}).summary


def test_the_nudge_shades_the_errors_that_count_as_agreement():
    one = figure("nudge")
    for exponent in (-1.0, -3.0, -5.0, -10.0):
        drawn = one.draw({"exponent": exponent})
        band = re.search(r'class="nudge-agree" x="[\d.]+" y="([\d.]+)"', drawn.markup())
        dots = re.findall(r'cy="([\d.]+)" r="5.5" class="nudge-dot"', drawn.markup())
        assert (float(dots[0]) > float(band[1])) == ("they agree" in drawn.summary), exponent


@pytest.mark.parametrize("exponent", [-1.0, -5.0, -5.3, -10.0])
def test_the_curves_of_a_nudge_show_no_smaller_h_than_was_tried(exponent):
    svg = figure("nudge").draw({"exponent": exponent}).markup()
    x = module("nudge").PLANE.at_x(exponent)
    lines = [line for line in re.findall(r'<polyline[^>]*points="([^"]+)"', svg) if "." in line]
    assert len(lines) == 2
    assert all(float(point.split(",")[0]) >= x - 0.1 for line in lines for point in line.split())


def test_the_nudge_opens_without_an_answer_to_the_prediction_above_it():
    assert figure("nudge").controls[1].value == module("nudge").COARSEST


@pytest.mark.parametrize("size", ["1", "4", "15", "60"])
@pytest.mark.parametrize("order", ["shuffled", "sorted"])
def test_what_the_marks_of_batches_are_is_said_beside_them(size, order):
    svg = figure("batches").draw({"size": size, "order": order})
    inside = {part.text() for part in svg.parts() if part.name == "text"}
    assert not any("batch" in text or "points" in text for text in inside)
    for kind, _, text in module("batches").KINDS.values():
        shown = any(part.attributes.get("class") == kind for part in svg.parts())
        assert (text in svg.beside.text()) == shown


def test_both_sets_are_learnt_to_the_last_example():
    for data, count in (("xor", 4), ("moons", 60)):
        last = figure("learning").draw({"data": data, "step": 30})
        assert f"{count} of {count} examples" in last.summary
        assert last.markup().count("</") < 150


@pytest.mark.parametrize("data", ["xor", "moons"])
@pytest.mark.parametrize("rate", ["0.01", "0.1", "0.5", "5", "20", "500"])
def test_a_loss_above_the_diagram_is_marked_with_its_largest_value(data, rate):
    learning = module("learning")
    drawn = figure("learning").draw({"data": data, "rate": rate, "step": 10})
    top = max(loss for _, loss in learning.learned(data, rate).course)
    label = f"up to {learning.brief(top, 1)}"
    assert (f">{label}<" in drawn.markup()) == (top > learning.HIGHEST)
    assert (f"rises to {label[6:]} on the way" in drawn.summary) == (top > learning.HIGHEST)


@pytest.mark.parametrize(("rate", "out"), [(0.05, False), (0.9, False), (1.0, False), (1.05, True)])
def test_steps_out_of_the_valley_are_marked(rate, out):
    drawn = figure("valley").draw({"rate": rate})
    assert ("leads out of the diagram" in drawn.summary) == out
    assert (">to w = " in drawn.markup()) == out


def test_the_cell_of_checks_prints_the_numbers_of_its_figure(capsys):
    text, checks = (FOLDER / "lesson.md").read_text(encoding="utf-8"), module("checks")
    code = text.partition("```{cell} checks\n")[2].partition("```")[0]
    for broken in (True, False):
        exec(code if broken else code.replace("(da1 > 0)", "(z1 > 0)"), {})
        said = capsys.readouterr().out
        ends = [checks.losses(checks.X, checks.Y, one, broken)[-1] for one in checks.RATES]
        for one in (checks.losses(checks.X[:10], checks.Y[:10], 0.5, broken)[-1], *ends):
            assert f"{one:.3f}" in said
        assert ("off by up to 0.0000000" in said.partition("of b1")[0]) != broken


OPTIMIZERS: dict[str, Callable[..., nn.SGD | nn.Adam]] = {
    "SGD": lambda p: nn.SGD(p, 0.1),
    "SGD with momentum": lambda p: nn.SGD(p, 0.1, 0.9),
    "Adam": lambda p: nn.Adam(p, 0.1),
}


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_lines_that_the_text_quotes_are_what_the_optimizer_does(name):
    text = (FOLDER / "lesson.md").read_text(encoding="utf-8").replace("{term}`", "")
    item = re.split(rf"^- {name}:", text, flags=re.M)[1].partition("\n- ")[0].partition("\n\n")[0]
    lines = re.findall(r"`(\w [-+*]= .+?)`", item)
    w, p, m, v = np.ones(2), np.ones(2), np.zeros(2), np.zeros(2)
    optimizer = OPTIMIZERS[name]([w])
    for step, slopes in enumerate(([2.0, 0.02], [-0.5, 0.3], [0.1, 0.1]), 1):
        g = np.array(slopes)
        if name == "Adam":  # the text leaves out what corrects its running means at first
            m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        known = {"np": np, "p": p, "g": g, "v": v, **vars(optimizer)}
        for line in lines:
            exec(line, known | {"m": m / (1 - 0.9**step), "s": v / (1 - 0.999**step)})
        optimizer.step([g])
        np.testing.assert_allclose(p, w, rtol=1e-6)
