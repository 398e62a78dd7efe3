"""Whole numbers that pass their end are told of, and singular matrices refused, as elsewhere."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy._core import _methods, fromnumeric
from numpy.linalg import _linalg

from course.bridge import Bridge
from course.cells import numbers
from tests.course.asking import asked

PY = Path(__file__).parents[3] / "py"
NP = "import numpy as np\n"
A = NP + "a = np.arange(1, 100_001, dtype=np.int32)\n"


@pytest.fixture(autouse=True)
def installed(monkeypatch):
    """What `install` changes in NumPy, for one test."""
    places = [(np, ("cumsum", "cumprod", "dot")), (_methods, ("umr_sum", "umr_prod"))]
    places += [(fromnumeric, ("_wrapreduction",))]
    places += [(where, ("inv", "solve", "cholesky")) for where in (np.linalg, _linalg)]
    for where, names in places:
        for name in names:
            monkeypatch.setattr(where, name, getattr(where, name))
    numbers.install()


def run(code):
    """The note of a run, its answer, and what it printed."""
    events = []
    bridge = Bridge(lambda text: events.append(json.loads(text)))
    answer = asked(bridge, "cells.run", cell="a", code=code, lesson="demo")
    assert not [event for event in events if event["stream"] == "stderr"]
    return "".join(e["text"] for e in events if e["stream"] == "notice"), answer


@pytest.mark.parametrize(
    ("code", "line"),
    [
        (A + "a.sum(dtype=np.int32)", 3),
        (A + "np.sum(a, dtype=np.int32)", 3),
        (A + "def total(x):\n    return x.sum(dtype=np.int32)\ntotal(a)", 4),
        (A + "for i in range(3):\n    n = np.sum(a, dtype='int32')", 4),
        (A + "x = a * a", 3),
        (A + "x = a ** 2", 3),
        (A + "if True:\n    x = 3 * (a + 2_147_483_647)", 4),
        (A + "x = a @ a", 3),
        (A + "x = np.dot(a, a)", 3),
        (A + "x = np.cumsum(a, dtype=np.int32)", 3),
        (NP + "np.prod(np.arange(1, 30))", 2),
        (NP + "np.arange(1, 30).prod()", 2),
        (NP + "np.cumprod(np.arange(1, 30))", 2),
        (NP + "np.int32(2_000_000_000) + np.int32(2_000_000_000)", 2),
        (NP + "x = np.array([200], np.uint8)\nx + x", 3),
        (NP + "x = np.array([3], np.uint8)\nx - np.array([5], np.uint8)", 3),
        (NP + "2 ** np.arange(70)", 2),
        (A + "x = a * a\n1 / 0", 3),
    ],
)
def test_an_overflow_is_told_with_its_line(code, line):
    note, _ = run(code)
    assert note.startswith(f"Line {line}: ")
    assert "dtype=np.int64" in note


@pytest.mark.parametrize(
    "code",
    [
        A + "a.sum(dtype=np.int64)",
        A + "a.sum(dtype=float)",
        A + "np.sum(a * 1.0)",
        A + "a.astype(np.int64) ** 2",
        A + "(a > 3).sum()",
        A + "a.mean()",
        NP + "np.array([2_147_483_646], np.int32) + 1",
        NP + "np.arange(6).reshape(2, 3).sum(axis=1, keepdims=True)",
        NP + "np.sum([[1, 2], [3, 4]], axis=0, where=[True, False], initial=5)",
        NP + "out = np.zeros(3, int)\nnp.ones((2, 3), int).sum(axis=0, out=out)",
        NP + "np.ones((0, 3), int).sum()",
        "2 ** 100 * 3",
        "'a' * 3 + 'b'",
        "[1] * 2 + [3]",
        NP + "np.array(['a']) + 'b'",
        NP + "np.ones(3) @ np.ones(3)",
    ],
)
def test_what_is_right_is_left_without_a_word(code):
    note, answer = run(code)
    assert note == ""
    assert "done" in answer


def test_each_run_is_looked_at_anew():
    assert run(A + "a * a")[0]
    assert run(A + "a + 1")[0] == ""


@pytest.mark.parametrize(
    "code", ["1 + 'a'", "'a' + 1", "[1] + 1", "None + 1", "{} + 1", "'3' - '1'"]
)
def test_errors_of_arithmetic_are_pythons_own(code):
    error = run(f"x = 1\n{code}")[1]["error"]
    with pytest.raises(TypeError) as raised:
        eval(code)
    assert error["message"] == str(raised.value)
    assert error["line"] == 2
    assert "numbers.py" not in error["traceback"]


SINGULAR = NP + "S = np.array([[1.0, 2.0], [2.0, 4.0]])\n"
SOLVERS = ["np.linalg.inv(S)", "np.linalg.solve(S, np.ones(2))", "np.linalg.matrix_power(S, -1)"]


@pytest.mark.parametrize("code", [*SOLVERS, "np.linalg.cholesky(-np.eye(2))"])
@pytest.mark.parametrize("as_in_a_page", [False, True])
def test_a_matrix_without_an_answer_is_an_error(monkeypatch, code, as_in_a_page):
    if as_in_a_page:  # where NumPy answers with nan

        def silent(a, *more):
            return np.full_like(np.asarray(a, float), np.nan)

        for name in ("inv", "solve", "cholesky"):
            silent.__name__ = name
            refusing = numbers.refusing(silent)
            monkeypatch.setattr(np.linalg, name, refusing)
            monkeypatch.setattr(_linalg, name, refusing)
    error = run(SINGULAR + code)[1]["error"]
    assert error["type"] == "LinAlgError"
    assert error["line"] == 3


@pytest.mark.parametrize(
    "code", ["np.linalg.inv(np.eye(2) * np.nan)", "np.linalg.solve(np.eye(2), [np.nan, 1.0])"]
)
def test_nan_that_was_there_before_is_no_error(code):
    assert "nan" in run(NP + code)[1]["done"]["value"]


LARGE = "import numpy as np\n\ndef softmax(z):\n    {}\n    return z\n"


@pytest.mark.skipif(sys.platform == "emscripten", reason="needs a second Python")
@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("n = np.arange(1, 100_001).sum()", True),
        ("n = np.arange(100_000) ** 2", True),
        ("n = [np.array([60_000]) * k for k in (1, 60_000)]", True),
        ("n = np.arange(1, 100_001).sum(dtype=np.int64)", False),
        ("n = np.arange(1, 101).sum()", False),
        ("n = np.arange(1.0, 100_001).sum()", False),
    ],
)
def test_the_command_line_says_what_comes_out_differently_in_the_page(tmp_path, line, told):
    file = tmp_path / "mine.py"
    file.write_text(LARGE.format(line))
    command = [sys.executable, "-m", "course.check", "loss/softmax", str(file)]
    ran = subprocess.run(command, cwd=PY, capture_output=True, text=True, check=False)
    message = json.loads(ran.stdout)["message"]
    assert ("In the browser the result is different" in message) is told
