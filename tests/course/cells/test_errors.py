"""Each sentence of help, met as a beginner meets it: by running the mistake."""

import json
import re
import sys

import pytest

from course.bridge import Bridge
from course.cells.help import HELP
from tests.course.asking import asked
from tests.wrong_programs import WRONG


def error_of(code):
    bridge = Bridge(lambda text: None)
    return asked(bridge, "cells.run", cell="a", code=code, lesson="demo")["error"]


class NoIPython:
    """Finds no IPython, as in the browser, though what runs notebooks here brings it."""

    @staticmethod
    def find_spec(name, *_):
        if name.partition(".")[0] == "IPython":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


@pytest.fixture(autouse=True)
def no_ipython(monkeypatch):
    for name in [name for name in sys.modules if name.partition(".")[0] == "IPython"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [NoIPython, *sys.meta_path])


CHAINED = """
def read(text):
    return float(text)

try:
    read("one")
except ValueError as error:
    raise KeyError("second") {source}
"""


@pytest.mark.parametrize(
    ("source", "told"),
    [("from error", "direct cause of the following"), ("", "During handling of the above")],
)
def test_the_error_that_led_to_this_one_is_told_first(source, told):
    before, between, after = error_of(CHAINED.format(source=source))["traceback"].split("\n\n")
    assert before.startswith("Traceback")
    assert before.endswith("ValueError: could not convert string to float: 'one'")
    assert [line.split(", ")[1] for line in before.splitlines() if "File" in line] == [
        "line 6",
        "line 3",
    ]
    assert told in between
    assert after.endswith("KeyError: 'second'")
    assert "line 8" in after


def test_errors_that_the_learner_did_not_make_or_hides_are_left_out():
    hidden = error_of(CHAINED.format(source="from None"))["traceback"]
    assert "ValueError" not in hidden
    within_a_library = "import base64\nbase64.b64decode('é')"  # after a UnicodeEncodeError
    assert "UnicodeEncodeError" not in error_of(within_a_library)["traceback"]


def test_a_cause_made_by_hand_is_told_and_a_long_or_circular_chain_ends():
    by_hand = error_of("raise KeyError('second') from ValueError('first')")["traceback"]
    assert by_hand.startswith("ValueError: first\n\nThe above exception")
    circle = "a, b = KeyError('a'), KeyError('b')\na.__cause__, b.__cause__ = b, a\nraise a"
    assert error_of(circle)["traceback"].count("KeyError: ") == 2
    deep = "def f(n):\n    try:\n        1 / 0\n    finally:\n        f(n + 1)\nf(0)"
    assert len(error_of(deep)["traceback"].splitlines()) < 200


NP = "import numpy as np\n"
RAISED = "(_ for _ in ()).throw({})"  # as a library does, not the learner's own `raise`

MISTAKES = [
    # shapes
    (NP + "x = np.ones((1, 3))\nW = np.ones((2, 2))\nx @ W", "`x` has shape (1, 3) and `W` has sh"),
    (NP + "x = np.ones((1, 3))\nW = np.ones((2, 2))\nz = 1 + x @ W.T", "`W.T` has shape (2, 2)"),
    (NP + "def f(x, W):\n    return x @ W\nf(np.ones(3), np.ones((2, 3)))", "`W` has shape (2, 3)"),
    (NP + "x, W = np.ones((1, 3)), np.ones((2, 2))\nnp.matmul(x, W)", "`x` has shape (1, 3)"),
    (NP + "x, W = np.ones((1, 3)), np.ones((2, 3))\nx @ W", "`x @ W.T` fits and has shape (1, 2)."),
    (NP + "x, W = np.ones(3), np.ones((2, 3))\nx @ W", "`x @ W.T` fits and has shape (2,)."),
    (NP + "A, b = np.ones((3, 2)), np.ones(3)\nA @ b", "`A.T @ b` fits and has shape (2,)."),
    (
        NP + "dz, a = np.ones((1, 2)), np.ones((1, 2))\ndz @ a",
        "`dz @ a.T` fits and has shape (1, 1), `dz.T @ a` fits and has shape (2, 2). Which shape",
    ),
    (
        NP + "np.ones((1, 3)) @ np.ones((2, 2))",
        "In a matrix product, the last size of the first array",
    ),
    (
        NP + "np.ones((2, 3)).dot(np.ones((2, 3)))",
        "One has shape (2,3), the other (2,3), but the last size",
    ),
    (NP + "np.ones((2, 3)) + np.ones(2)", "(2,3) and (2,) don't fit"),
    (NP + "x = np.ones(3)\nx[:] = np.ones(2)", "The part you assign to has shape (3,)"),
    (NP + "np.arange(6).reshape(4, 2)", "sizes in (4,2) must multiply to 6"),
    (NP + "np.array([[1, 2], [3]])", "same length"),
    (NP + "np.ones((2, 3)).sum(axis=2)", "number of axes is 2, so there's no axis 2"),
    (NP + "np.ones(3)[3]", "Axis 0 has size 3 and counting starts at 0, so 3"),
    (NP + "np.ones(3)[0, 0]", "brackets have 2 indices, but the array's number of axes is 1"),
    (NP + "np.ones(3)[1.5]", "Positions are whole numbers"),
    (NP + "np.zeros((10**9, 10**9, 10**9))", "sizes in its shape"),
    (NP + "if np.ones(2) > 0:\n    pass", "`.any()` or `.all()`"),
    (NP + "x = np.broadcast_to(1.0, 3)\nx[0] = 2", "`x.copy()`"),
    # names and modules
    ("learning_rate = 1\nlerning_rate", "Did you mean `learning_rate`?"),
    ("def f():\n    weights = 1\n    return wieghts\nf()", "Did you mean `weights`?"),
    ("pritn(1)", "Did you mean `print`?"),
    ("np.ones(2)", "`import numpy as np`"),
    ("plt.plot([1])", "`import matplotlib.pyplot as plt`"),
    ("qqqq", "Nothing here is called `qqqq`"),
    ("x = 1\ndef f():\n    x += 1\nf()", "`x` gets its value inside this function"),
    ("import torch_is_not_here", "no module `torch_is_not_here`"),
    ("import numppy", "Did you mean `numpy`?"),
    ("from math import sine", "The module `math` has no `sine`"),
    (NP + "np.eyes(2)", "no `.eyes` here. Did you mean `.eye`?"),
    ("x = 3\nx.zzz", "no `.zzz` here. Check"),
    ("[1, 2].shape", "A list has no `.shape`"),
    ("None.shape", "`return`"),
    # types
    ("x = 2\nx(3)", "Is a `*` missing"),
    (NP + "x = np.ones(2)\nx(0)", "square brackets"),
    ("import math\nmath(2)", "whole module"),
    ("'loss ' + 3", "str(x)"),
    ("3 + 'loss'", "Text and numbers don't mix with `+`"),
    ("[1] - [2]", "Lists can't do arithmetic"),
    ("def f():\n    1\nf() + 1", "`return`"),
    ("{} + 1", "doesn't know what to do"),
    ("[1, 2] * 0.5", "repeats the list"),
    (NP + "w = np.array([1, 2])\nw -= 0.1", "whole numbers only"),
    ("x = None\nx[0]", "`return`"),
    ("a, b = None", "`return`"),
    ("print[0]", "Call a function with parentheses"),
    ("x = [[1]]\nx[0, 0]", "A list takes one index"),
    ("[1][1]", "Counting starts at 0"),
    ("range(3 / 2)", "Divide with `//`"),
    ("x = [1, 2]\nx[2 / 2]", "Divide with `//`"),
    ("def f(x, y):\n    pass\nf(1)", "The call leaves out 'y'"),
    ("def f(x):\n    pass\nf(1, 2)", "The function takes 1, but the call gives 2"),
    ("def f(x):\n    pass\nf(x=1, z=2)", "no parameter called `z`"),
    ("a, b = 1, 2, 3", "as many values as the left has names"),
    ("float('one')", "looks like a number"),
    (RAISED.format("RuntimeError('Cannot stack switch because ...')"), "write `await main()`"),
    # syntax
    ("if True:\nprint(1)", "belongs to the 'if' statement on line 1"),
    ("x = 1\n  y = 2", "indented more than the one before"),
    ("if True:\n    x = 1\n  y = 2", "exactly below"),
    ("if True:\n        x = 1\n\ty = 2", "spaces only"),
    ("for i in range(3)\n    print(i)", "ends with `:`"),
    ("x = 1\nif x = 1:\n    pass", "write `==`"),
    ("1 = x", "goes to the left of `=`"),
    ("f(1) = x", "goes to the left of `=`"),
    ("if x.y = 2:\n    pass", "To compare, write `==`"),
    ("x = (1, 2", "The closing partner of `(` is missing"),
    ("x = 1)", "no opening partner"),
    ("x = 'one", "the same one"),
    ("x = [1 2]", "separated by commas"),
    ("print 'one'", "goes in parentheses"),
    ("return 1", "inside a `def`"),
    ("x = 2x", "starts with a digit|start with a digit"),
    ("x = 1 +", "check the end of the line above"),
    ("def f():\n    await g()", "`await` works outside of functions"),
    # the rest
    ("1 / 0", "divisor is 0"),
    ("{}['a']", "`.keys()`"),
    ("def f():\n    f()\nf()", "calls itself forever"),
    (
        RAISED.format("RuntimeError('WebAssembly stack switching not supported in ...')"),
        "write `await main()`",
    ),
    (RAISED.format("MemoryError"), "fits into memory"),
    ("async def f():\n    pass\nf()", "`await` before the call"),
    (
        RAISED.format("ValueError('This site has no pandas. On its shelf: tabulate')"),
        "packages that this site has",
    ),
    ("import builtins\ndel builtins.len\nlen([])", "It's back in the next run"),
    ("input('?')", "`name = 'Ada'`"),
    (RAISED.format("EOFError('input() works after this page is reloaded')"), "Reload the page"),
    ("assert 1 == 2", "`assert`"),
    # networks, in the words of ONNX Runtime in a page
    (
        RAISED.format(
            "Exception('failed to call OrtRun(). ERROR_CODE: 2, ERROR_MESSAGE: Got invalid "
            "dimensions for input: image for the following indices\\n index: 1 Got: 28 Expected: "
            "1\\n index: 3 Got: 1 Expected: 28\\n Please fix either the inputs/outputs or the "
            "model.')"
        ),
        "axis 1 has size 28, but the network takes 1; axis 3 has size 1, but",
    ),
    (
        RAISED.format("Exception('Invalid rank for input: image Got: 2 Expected: 4 Please')"),
        "`image` has 2 axes, but the network takes 4",
    ),
    (
        RAISED.format(
            "Exception('Unexpected input data type. Actual: (tensor(double)) , expected: "
            "(tensor(float))')"
        ),
        "type float, but these are double",
    ),
    (
        RAISED.format("Exception(\"input 'image' is missing in 'feeds'.\")"),
        "one more input",
    ),
    (
        RAISED.format('Exception("Tensor\'s size(784) does not match data length(78400).")'),
        "room for 784 numbers",
    ),
    (
        RAISED.format(
            "Exception('Non-zero status code returned while running Gemm node. Name: Gemm')"
        ),
        "don't fit together",
    ),
]


@pytest.mark.parametrize(("code", "sentence"), MISTAKES, ids=[c for c, _ in MISTAKES])
def test_help(code, sentence):
    error = error_of(code)
    assert any(part in error["help"] for part in sentence.split("|"))
    assert error["help"] not in error["message"]


HERE = [wrong for wrong in WRONG if not wrong.page or sys.platform == "emscripten"]


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@pytest.mark.parametrize("wrong", HERE, ids=[wrong.code for wrong in HERE])
def test_help_is_true_of_this_error_or_absent(wrong):
    told = error_of(wrong.code).get("help")
    if not wrong.says:
        assert told is None
    for part in wrong.says:
        assert any(one in told for one in part.split("|")), told
    for part in wrong.never:
        assert part not in (told or "")


# What fails so only in a browser.
IN_THE_PAGE = [
    ("RuntimeError('can\\'t start new thread')", "one thread"),
    ("OSError(138, 'emscripten does not support processes.')", "other programs"),
    ("RuntimeError('TLS not supported in this environment')", "other sites"),
    ("OSError(23, 'Host is unreachable')", "other sites"),
    ("FileNotFoundError(44, 'No such file or directory')", "computer's files"),
]


@pytest.mark.parametrize(("raised", "told"), IN_THE_PAGE)
def test_what_a_page_cannot_do_is_said_in_a_page_alone(monkeypatch, raised, told):
    code = RAISED.format(raised)
    if sys.platform != "emscripten":
        assert "help" not in error_of(code)
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert told in error_of(code)["help"]


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
def test_every_row_of_the_table_is_met(monkeypatch):
    met = set()
    search = re.search

    def recording(pattern, message):
        found = search(pattern, message)
        if found:
            met.add(pattern)
        return found

    monkeypatch.setattr(re, "search", recording)
    raised = [RAISED.format(code) for code, _ in IN_THE_PAGE]
    for code in [*(code for code, _ in MISTAKES), *(wrong.code for wrong in HERE), *raised]:
        error_of(code)
    assert {pattern for _, pattern, _ in HELP} == met


def test_the_learners_own_errors_get_no_help():
    assert "help" not in error_of("raise ValueError('my own words')")


def test_finding_the_shapes_does_not_run_calls_again():
    code = (
        "import numpy as np\nruns = []\ndef f():\n    runs.append(1)\n    return np.ones(3)\n"
        "try:\n    f() @ np.ones(2)\nfinally:\n    print(len(runs))"
    )
    events = []
    bridge = Bridge(lambda text: events.append(json.loads(text)["text"]))
    answer = asked(bridge, "cells.run", cell="a", code=code, lesson="demo")
    assert "In a matrix product" in answer["error"]["help"]
    assert events == ["1\n"]
