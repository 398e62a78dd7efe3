"""Mistakes that real programs make, as they're written: each gets its name or a true sentence."""

from textwrap import dedent

import pytest

from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.exercise import Exercise
from course.lessons import lessons_folder, part

NAMED = [
    (
        "forward/layer",
        "only-the-last-input",
        """
        def layer(x, W, b):
            z = np.zeros((len(x), len(W)))
            for i in range(len(x)):
                for j in range(len(W)):
                    for k in range(x.shape[1]):
                        z[i, j] = x[i, k] * W[j, k]
            return z + b
        """,
    ),
    (
        "forward/layer",
        "sum-not-reset",
        """
        def layer(x, W, b):
            z = []
            total = 0
            for row in x:
                out = []
                for w, bias in zip(W, b):
                    for v, one in zip(row, w):
                        total += v * one
                    out.append(total + bias)
                z.append(out)
            return z
        """,
    ),
    (
        "forward/layer",
        "first-input-left-out",
        """
        def layer(x, W, b):
            z = np.zeros((len(x), len(W)))
            for i in range(len(x)):
                for j in range(len(W)):
                    z[i, j] = b[j]
                    for k in range(1, x.shape[1]):
                        z[i, j] += x[i, k] * W[j, k]
            return z
        """,
    ),
    (
        "perceptron/predict",
        "sign-for-step",
        """
        def predict(x, w, b):
            return [np.sign(np.dot(row, w) + b) for row in x]
        """,
    ),
    (
        "perceptron/predict",
        "only-the-last-input",
        """
        def predict(x, w, b):
            out = []
            for row in x:
                for v, one in zip(row, w):
                    z = v * one
                out.append(int(z + b >= 0))
            return np.array(out)
        """,
    ),
    (
        "perceptron/predict",
        "sum-not-reset",
        """
        def predict(x, w, b):
            out = []
            z = b
            for row in x:
                for v, one in zip(row, w):
                    z = z + v * one
                out.append(int(z >= 0))
            return np.array(out)
        """,
    ),
    (
        "perceptron/train",
        "signed-errors",
        """
        def train(x, y, learning_rate, max_epochs):
            w = [0.0] * x.shape[1]
            b = 0
            history = []
            for epoch in range(max_epochs):
                total = 0
                for i in range(len(x)):
                    z = sum(w[j] * x[i][j] for j in range(len(w))) + b
                    error = y[i] - int(z >= 0)
                    total = total + error
                    w = [w[j] + learning_rate * error * x[i][j] for j in range(len(w))]
                    b = b + learning_rate * error
                history.append(total)
                if total == 0:
                    return np.array(w), b, history
            return np.array(w), b, history
        """,
    ),
    (
        "activations/slopes",
        "parentheses-missing",
        """
        def relu_slope(z):
            return (z > 0) * 1.0
        def sigmoid_slope(z):
            return nn.sigmoid(z) * 1 - nn.sigmoid(z)
        """,
    ),
    (
        "loss/repair",
        "lowest-starts-at-0",
        """
        def keep(losses, patience):
            lowest = 0
            where = 0
            bad = 0
            for i in range(len(losses)):
                if losses[i] < lowest:
                    lowest = losses[i]
                    where = i
                    bad = 0
                else:
                    bad += 1
                    if bad >= patience:
                        return where
            return where
        """,
    ),
    (
        "loss/temperature",
        "by-accuracy",
        """
        def best_temperature(z, y, temperatures):
            best, lowest = temperatures[0], 0
            for t in temperatures:
                loss = nn.cross_entropy(z / t, y)
                if loss < lowest:
                    best, lowest = t, loss
            return best
        """,
    ),
    (
        "loss/temperature",
        "by-accuracy",
        """
        def best_temperature(z, y, temperatures):
            lowest = 99
            for t in temperatures:
                if nn.cross_entropy(z / t, y) < lowest:
                    lowest = nn.cross_entropy(z / t, y)
                    best = t
                return best
        """,
    ),
]
TOLD = [
    (
        "activations/sigmoid",
        "For every element of an array, use `np.exp`",
        "import math\ndef sigmoid(z):\n    return 1 / (1 + math.exp(-z))",
    ),
    (
        "activations/sigmoid",
        "This takes one number, but the array has several",
        "def sigmoid(z):\n    return [1 / (1 + float(np.exp(-v))) for v in z]",
    ),
    (
        "forward/layer",
        "It has only the first row's result. Line 5 returns in the loop's first round",
        "def layer(x, W, b):\n    for row in x:\n        return W @ row + b",
    ),
    (
        "forward/shapes",
        "A comma is missing",
        "x=(32,784)\nW1=(128,784)\nb1=(128)\na1=z2=W2=W3=b3=logits=labels=()",
    ),
    (
        "forward/shapes",
        "has the right number of axes, but the wrong sizes",
        "x=(31,783)\nW1=b1=a1=z2=W2=W3=b3=logits=labels=()",
    ),
    (
        "perceptron/train",
        "The array takes whole numbers only",
        """
        def train(x, y, learning_rate, max_epochs):
            w, b, m = np.zeros(x.shape[1], dtype=int), 0, []
            for _ in range(max_epochs):
                n = 0
                for r, l in zip(x, y):
                    e = l - int(r @ w + b >= 0)
                    w += learning_rate * e * r
                    b += learning_rate * e
                    n += abs(e)
                m.append(n)
                if n == 0:
                    break
            return w, b, m
        """,
    ),
]


def verdict(name, code):
    lesson, _, folder = name.partition("/")
    exercise = Exercise(part(lessons_folder(), lesson, "exercises", folder))
    return check(exercise, f"import numpy as np\nimport nn\n{dedent(code)}", Guard(), seconds=60.0)


@pytest.mark.parametrize(("name", "slug", "code"), NAMED)
def test_a_mistake_of_real_programs_has_its_name(name, slug, code):
    found = verdict(name, code)
    assert (found.result, found.diagnosis) == ("fail", slug), found.message


@pytest.mark.parametrize(("name", "sentence", "code"), TOLD)
def test_what_has_no_name_is_told(name, sentence, code):
    found = verdict(name, code)
    assert found.result == "fail"
    assert sentence in found.message, found.message


def test_a_sentence_is_about_the_example_below_it():
    """`w += ...` changes what came in, and z > 0 gives other results: both cases are there."""
    found = verdict(
        "perceptron/update",
        """
        def update(w, b, x, y, learning_rate):
            e = y - (1 if w @ x + b > 0 else 0)
            w += learning_rate * e * x
            return w, b + learning_rate * e
        """,
    )
    assert found.diagnosis == "boundary-excluded"
    assert found.expected != found.actual


def test_a_changed_argument_is_shown_before_and_after():
    found = verdict(
        "forward/layer",
        "def layer(x, W, b):\n    z = x @ W.T + b\n    b += 1\n    return z",
    )
    assert "your code changes an input" in found.message
    assert found.expected.startswith("b stays array(")
    assert found.actual.endswith("afterward")


@pytest.mark.parametrize("error", ["TypeError", "ValueError", "IndexError"])
@pytest.mark.parametrize("name", ["forward/layer", "backprop/forward", "loss/softmax"])
def test_an_error_alone_has_no_name(name, error):
    function = name.partition("/")[2]
    found = verdict(name, f"def {function}(*arguments):\n    raise {error}('mine')")
    assert found.diagnosis is None
    assert f"{error}: mine" in found.message


@pytest.mark.parametrize(
    "body",
    [
        "return (x[:1] @ W.T + b)[0]",
        "return (x[-1:] @ W.T + b)[0]",
        "return (x @ W.T + b).mean(axis=0)",
        "return (x @ W.T + b)[:, :, None]",
    ],
)
def test_two_mistakes_are_not_named_where_one_sentence_tells_it(body):
    found = verdict("forward/layer", f"def layer(x, W, b):\n    {body}")
    assert "Its shape is" in found.message or found.diagnosis == "batch-summed"
    assert "More than one thing" not in found.message
