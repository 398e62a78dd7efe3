"""Habits from notebooks and terminals: what they mean is done, and Python is left alone."""

import json

import pytest

from course.bridge import Bridge
from course.cells.habits import plain_python
from tests.course.asking import asked


def run(*codes):
    events = []
    bridge = Bridge(lambda text: events.append(json.loads(text)))
    for code in codes:
        events.clear()
        answer = asked(bridge, "cells.run", cell="a", code=code, lesson="demo")
    return answer, "".join(event["text"] for event in events)


@pytest.mark.parametrize(
    "code",
    [
        "x = (7\n% 3)",
        'x = """\n%matplotlib inline\n!pip install numpy\n>>> 1\n"""',
        "def f():\n    '''\n    >>> f()\n    1\n    '''",
        "print('!')",
        "",
        "# !pip install numpy",
    ],
)
def test_python_is_left_alone(code):
    assert plain_python(code) == code


@pytest.mark.parametrize(
    ("code", "means"),
    [
        ("%matplotlib inline\nx = 1", "\nx = 1"),
        ("import a\n%matplotlib notebook", "import a\n"),
        ("%config InlineBackend.figure_format = 'retina'\nx = 1", "\nx = 1"),
        ("%load_ext autoreload\n%autoreload 2\nx = 1", "\n\nx = 1"),
        ("!pip install numpy", ""),
        ("!pip install -q numpy\nx = 1", "\nx = 1"),
        ("%pip install tabulate", "import micropip; await micropip.install(['tabulate'])"),
        (
            "!python -m pip install --upgrade tqdm 'tabulate>=0.9'",
            "import micropip; await micropip.install(['tqdm', 'tabulate>=0.9'])",
        ),
        (">>> x = 1\n>>> x + 1\n2", "x = 1\nx + 1\n"),
        (
            ">>> for i in range(2):\n...     print(i)\n...\n0\n1",
            "for i in range(2):\n    print(i)\n\n\n",
        ),
        ("    >>> x = 1\n    >>> x\n    1", "x = 1\nx\n"),
        ("\n>>> x = 1", "\nx = 1"),
        ("In [1]: x = 1\n   ...: y = 2\n\nIn [2]: x\nOut[2]: 1", "x = 1\ny = 2\n\nx\n"),
        (">>>\n>>> %matplotlib inline\n>>> x = 1", "\n\nx = 1"),
    ],
)
def test_what_notebooks_and_terminals_understand_is_written_as_python(code, means):
    assert plain_python(code) == means
    assert plain_python(code).count("\n") == code.count("\n")


def test_pasted_prompts_run_and_errors_keep_their_lines():
    assert run(">>> x = 20\n>>> x + 1\n21")[0]["done"]["value"] == "21"
    assert run("%matplotlib inline\nx = 1\nx / 0")[0]["error"]["line"] == 3
    assert run(">>> x = 1\n1\n>>> x / 0")[0]["error"]["line"] == 3


@pytest.mark.parametrize(
    "code",
    ["1 + 1;", "x = 2\nx ;", "f'é';", "(1,\n 2);  # not wanted", "import math\nmath.sqrt(4);\n\n"],
)
def test_a_semicolon_keeps_the_value_to_itself(code):
    assert run(code)[0] == {"id": 1, "done": {}}


@pytest.mark.parametrize(("code", "value"), [("1; 2", "2"), ("';'", "';'"), ("3 # ;", "3")])
def test_a_semicolon_elsewhere_does_not(code, value):
    assert run(code)[0]["done"]["value"] in (value, repr(value))


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("display(3)\nprint('x')", "3\nx\n"),
        ("display('text', [1])", "'text'\n[1]\n"),
        (
            "import numpy as np\nfor i in range(1, 3): display(np.ones(i))",
            "array([1.])\narray([1., 1.])\n",
        ),
        ("display()", ""),
    ],
)
def test_display_shows_as_a_notebook_does(code, shown):
    answer, printed = run(code)
    assert answer["done"] == {}
    assert printed == shown


def test_display_may_be_a_name_of_the_learners():
    assert run("display = 3", "display")[0]["done"]["value"] == "3"
