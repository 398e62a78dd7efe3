"""The protocol, through the same entry as the page: JSON in, JSON out."""

import builtins
import json
import os
import signal
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import nn
from course.bridge import Bridge
from course.cells import output as output_module
from course.cells.output import CHUNK, LIMIT, RATE, Output
from tests.course.asking import asked

# NumPy tells what no address space can hold from what this machine cannot.
TOO_BIG = "MemoryError" if sys.maxsize > 2**32 else "ValueError"
PY = Path(__file__).parents[2] / "py"


class Page:
    """Stands in for the worker: sends requests and keeps the events."""

    def __init__(self):
        self.events: list[Any] = []
        self.bridge = Bridge(lambda text: self.events.append(json.loads(text)))
        self.sent = 0

    def ask(self, op, **args):
        self.sent += 1
        self.events.clear()
        answer = asked(self.bridge, op, self.sent, **args)
        assert answer.pop("id") == self.sent
        assert all(event["id"] == self.sent for event in self.events)
        assert len(answer) == 1
        return answer

    def run(self, code, cell="a", lesson="demo"):
        return self.ask("cells.run", cell=cell, code=code, lesson=lesson)

    def error(self, code):
        return self.run(code)["error"]

    def printed(self, stream="stdout"):
        return "".join(e["text"] for e in self.events if e["stream"] == stream)


@pytest.fixture
def page():
    return Page()


# ---- requests ----


def test_ping(page):
    assert page.ask("bridge.ping") == {"done": {}}


@pytest.mark.parametrize(
    "op", ["dispatch", "cells._run", "project.__init__", "bridge.task", "nothing.run"]
)
def test_only_public_methods_are_operations(page, op):
    assert repr(op) in page.ask(op, request="{}")["error"]["message"]


@pytest.mark.skipif(sys.platform == "emscripten", reason="needs a second Python")
def test_a_boot_imports_no_more_than_a_cell_needs():
    late = {
        "course.exercises.checker",
        "course.cells.errors",
        "course.figures.figure",
        "difflib",
        "html",
    }
    code = f"import course.worker, sys; print(sorted({late} & sys.modules.keys()))"
    code += "; course.worker.Bridge(print)._warm()"
    code += f"; print(sorted({late} - sys.modules.keys()))"
    command = [sys.executable, "-c", code]
    ran = subprocess.run(command, cwd=PY, capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n[]\n"


def test_wrong_arguments_are_named(page):
    assert "code" in page.ask("cells.run", cell="a", lesson="demo")["error"]["message"]
    assert "colour" in page.ask("bridge.ping", colour="red")["error"]["message"]


def test_what_is_no_request_gets_an_answer_too(page):
    for text in ("", "[]", "{}", '{"id": 7}', "null"):
        assert "error" in json.loads(page.bridge.dispatch(text))


# ---- values ----


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("1 + 1", "2"),
        ("x = 1", None),
        ("None", None),
        ("", None),
        ("# nothing", None),
        ("x = 2\nx * 3", "6"),
        ("'é'", "'é'"),
        ("for i in range(2):\n    i", None),
        ("def f():\n    return 4\nf()", "4"),
        ("'''several\nlines'''", r"'several\nlines'"),
    ],
)
def test_the_last_expression_is_shown(page, code, value):
    assert page.run(code) == {"done": {} if value is None else {"value": value}}


def test_arrays_come_with_their_shape(page):
    done = page.run("import numpy as np\nnp.zeros((2, 3), np.float32)")["done"]
    assert done["shape"] == "(2, 3) float32"
    assert done["value"] == repr(np.zeros((2, 3), np.float32))
    assert page.run("np.float64(2.5)")["done"] == {"value": "np.float64(2.5)"}


def test_a_long_value_is_cut(page):
    value = page.run("list(range(10**5))")["done"]["value"]
    assert len(value) < 21_000
    assert "more characters" in value


def test_a_value_that_cannot_be_shown_is_an_error(page):
    error = page.error("class A:\n    def __repr__(self):\n        return 1 / 0\nA()")
    assert error["type"] == "ZeroDivisionError"
    assert error["line"] == 3


# ---- namespaces ----


def test_cells_of_a_lesson_share_names_and_lessons_do_not(page):
    page.run("x = 5", cell="a")
    assert page.run("x", cell="b") == {"done": {"value": "5"}}
    assert page.run("x", lesson="other")["error"]["type"] == "NameError"


def test_reset_forgets_one_lesson(page):
    page.run("x = 5")
    page.run("x = 6", lesson="other")
    assert page.ask("cells.reset", lesson="demo") == {"done": {}}
    assert page.error("x")["type"] == "NameError"
    assert page.run("x", lesson="other") == {"done": {"value": "6"}}


def test_cells_import_nn(page):
    done = page.run("import nn\nx, y = nn.traced_example()\nnn.traced_network().forward(x).logits")
    assert done["done"]["shape"] == "(1, 2) float64"


# ---- output ----


def test_prints_stream_in_order(page):
    page.run("import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c', end='')\nprint('d')")
    assert [(e["event"], e["stream"], e["text"]) for e in page.events] == [
        ("output", "stdout", "a\n"),
        ("output", "stderr", "b\n"),
        ("output", "stdout", "cd\n"),
    ]


def test_what_was_printed_before_an_error_is_shown(page):
    assert page.error("print('so far', end='')\n1 / 0")["line"] == 2
    assert page.printed() == "so far"


def test_many_prints_make_few_events(page):
    page.run("for i in range(20_000):\n    print(i)")
    assert page.printed() == "".join(f"{i}\n" for i in range(20_000))
    assert len(page.events) < 120


def test_a_flood_is_cut_once_and_counted(page):
    done = page.run("for i in range(300_000):\n    print('x' * 9)")["done"]
    assert len(page.printed()) == LIMIT
    assert len([e for e in page.events if e["stream"] == "notice"]) == 1
    assert page.printed().startswith("x" * 9 + "\n")
    assert page.events[-2]["stream"] == "notice"  # then the end
    assert f"{LIMIT:,}" in page.printed("notice")
    assert done["dropped"] == 3_000_000 - LIMIT
    assert page.run("print(1)") == {"done": {}}
    assert page.printed() == "1\n"


def test_one_huge_print_is_cut(page):
    done = page.run("print('x' * 10**7)")["done"]
    assert len(page.printed()) == LIMIT
    assert done["dropped"] == 10**7 + 1 - LIMIT


def test_warnings_are_shown_at_every_run(page, monkeypatch):
    def show(message, category, filename, lineno, file=None, line=None):
        sys.stderr.write(warnings.formatwarning(message, category, filename, lineno, line))

    monkeypatch.setattr(warnings, "showwarning", show)  # pytest keeps warnings to itself
    for _ in range(2):
        page.run("import warnings\nwarnings.simplefilter('default')\nwarnings.warn('careful')")
        assert page.printed("stderr") == (
            "<cell a>:3: UserWarning: careful\n  warnings.warn('careful')\n"
        )


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_a_slow_loop_shows_each_line_at_once():
    clock, sent = Clock(), []
    output = Output(lambda stream, text: sent.append(text), clock)
    for i in range(100):
        clock.now += 1.5 / RATE
        output.write("stdout", str(i))
        output.write("stdout", "\n")
        assert sent[-1] == f"{i}\n"


def test_a_fast_loop_is_gathered():
    clock, sent = Clock(), []
    output = Output(lambda stream, text: sent.append(text), clock)
    for _ in range(2_000):
        output.write("stdout", "line\n")
    assert RATE <= len(sent) <= RATE + 10_000 / CHUNK
    output.flush()
    assert "".join(sent) == "line\n" * 2_000


def test_flush_shows_a_line_that_has_not_ended():
    sent = []
    output = Output(lambda stream, text: sent.append(text), Clock())
    stream = output_module.Stream(output, "stdout")
    print(".", end="", file=stream)
    assert sent == []
    print(".", end="", flush=True, file=stream)
    assert sent == [".."]


# ---- errors ----


def test_a_traceback_holds_the_learners_lines_alone(page):
    page.run("def half(x):\n    return x / 0", cell="first")
    error = page.run("y = 1\nhalf(y)", cell="second")["error"]
    assert error["type"] == "ZeroDivisionError"
    assert error["message"] == "division by zero"
    assert error["line"] == 2
    lines = error["traceback"].splitlines()
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[1] == '  File "<cell second>", line 2, in <module>'
    assert lines[2] == "    half(y)"
    assert '  File "<cell first>", line 2, in half' in lines
    assert lines[-1] == "ZeroDivisionError: division by zero"
    assert "site-packages" not in error["traceback"]
    assert "runner.py" not in error["traceback"]


def test_an_error_inside_numpy_points_at_the_learners_line(page):
    error = page.error("import numpy as np\nx = np.ones((2, 3))\n\nnp.linalg.inv(x)")
    assert error["line"] == 4
    assert error["traceback"].count("File") == 1


@pytest.mark.parametrize(
    ("code", "kind", "line"),
    [
        ("x = 1\nif x\n    x", "SyntaxError", 2),
        ("x = 1\n  y = 2", "IndentationError", 2),
        ("for i in range(3):\nprint(i)", "IndentationError", 2),
        ("a = (1,\nb = 2", "SyntaxError", 1),
        ("return 1", "SyntaxError", 1),
    ],
)
def test_syntax_errors_have_their_line(page, code, kind, line):
    error = page.error(code)
    assert (error["type"], error["line"]) == (kind, line)
    assert "runner.py" not in error["traceback"]


def test_an_error_in_evaluated_text_points_at_the_line_that_evaluates(page):
    assert page.error("x = 1\neval('1 +')")["line"] == 2


def test_deep_recursion_is_told_briefly(page):
    for code in ("def f():\n    return f()\nf()", "def f():\n    g()\ndef g():\n    f()\nf()"):
        error = page.error(code)
        assert error["type"] == "RecursionError"
        assert len(error["traceback"].splitlines()) < 40
        assert page.run("1") == {"done": {"value": "1"}}


def test_an_error_that_cannot_say_what_it_is(page):
    code = "class E(Exception):\n    def __str__(self):\n        return 1 / 0\nraise E"
    assert page.error(code)["type"] == "E"


# ---- what must not break the next cell ----


@pytest.fixture
def heard() -> Iterator[None]:
    """SIGINT interrupts, as in a terminal: what a shell starts in the background ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_a_real_interrupt_ends_the_cell_and_keeps_the_variables(page):
    error = page.error("import signal\nx = 7\nsignal.raise_signal(signal.SIGINT)\nx = 8")
    assert error["type"] == "KeyboardInterrupt"
    assert error["stopped"] is True
    assert error["line"] == 3
    assert page.run("x") == {"done": {"value": "7"}}


def test_an_interrupt_outside_the_learners_code_is_an_answer_too():
    def emit(text):
        raise KeyboardInterrupt

    answer = asked(Bridge(emit), "cells.run", 3, cell="a", code="print(1)", lesson="x")
    assert answer["id"] == 3
    assert answer["error"]["stopped"] is True


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("exit()", "SystemExit"),
        ("quit(3)", "SystemExit"),
        ("import sys\nsys.exit('enough')", "SystemExit"),
        ("import os\nos._exit(1)", "SystemExit"),
        ("import os\nos.abort()", "SystemExit"),
        ("raise MemoryError", "MemoryError"),
        ("import numpy as np\nnp.zeros((10**6, 10**6, 10))", TOO_BIG),
        ("input('name? ')", "EOFError"),
        ("import sys\nsys.stdin.read()", "EOFError"),
        ("import sys\nsys.stdout.close()", "UnsupportedOperation"),
        ("raise GeneratorExit", "GeneratorExit"),
        ("raise BaseException('odd')", "BaseException"),
        ("import builtins\ndel builtins.len\nlen([])", "NameError"),
        ("import builtins\nbuiltins.__dict__.clear()\nlen([])", "NameError"),
        ("import builtins\nbuiltins.print = None\nprint(1)", "TypeError"),
        ("import sys\nsys.setrecursionlimit(60)\ndef f():\n    f()\nf()", "RecursionError"),
    ],
)
def test_harm_ends_in_an_error_and_the_next_cell_works(page, code, kind):
    error = page.error(code)
    assert error["type"] == kind
    assert error["message"] or kind in ("MemoryError", "GeneratorExit")
    assert page.run("print(len([1, 2]))\nabs(-3)") == {"done": {"value": "3"}}
    assert page.printed() == "2\n"


@pytest.mark.parametrize(
    "code",
    [
        "del __builtins__",
        "import builtins\nfor name in ('repr', 'isinstance', 'len'):\n    delattr(builtins, name)",
        "import builtins\nbuiltins.__dict__.clear()",
        "import sys\nsys.stdout = None",
        "import sys\nsys.stdout = sys.stderr = open('/dev/null', 'w')\nsys.stdout.close()",
        "import os\nos.chdir('/')",
        "import sys\nsys.path.clear()\nsys.modules.pop('numpy')\nsys.modules.pop('json')",
        "import numpy as np\nnp.ones = None",
        "import nn\nnn.relu = nn.linear = None",
        "import os\ndel os.getcwd",
        "import json, time, traceback\njson.dumps = json.loads = time.monotonic = None",
    ],
)
def test_silent_harm_is_undone(page, code):
    before = Path.cwd(), dict(vars(builtins)), sys.stdout, os._exit, nn.relu, list(sys.path)
    page.run(code)
    after = Path.cwd(), dict(vars(builtins)), sys.stdout, os._exit, nn.relu, list(sys.path)
    assert before == after
    code = (
        "import numpy as np, json, os\nos.getcwd()\nprint(len(json.dumps([1])))\nnp.ones(2).sum()"
    )
    assert page.run(code) == {"done": {"value": "np.float64(2.0)"}}
    assert page.printed() == "3\n"


def test_the_folder_itself_may_go(tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    page = Page()
    page.run("import os\nos.rmdir(os.getcwd())")
    assert page.run("1 + 1") == {"done": {"value": "2"}}


def test_a_hundred_runs_leave_nothing_behind(page):
    import gc
    import weakref

    alive = []
    for _ in range(100):
        page.run("import numpy as np\nbig = np.ones(1000)\n1 / 0")
        namespace = page.bridge._room("cells")._runner.names("demo")
        alive.append(weakref.ref(namespace["big"]))
    gc.collect()
    assert sum(ref() is not None for ref in alive) == 1


# ---- completion ----


def completed(page, before):
    done = page.ask("cells.complete", lesson="demo", before=before)["done"]
    return done["typed"], [name["label"] for name in done["names"]]


def test_names_of_the_lesson_are_completed(page):
    page.run("import numpy as np\nweights = np.ones(3)\nweird = 1\ndef wet(): pass")
    assert completed(page, "y = we") == ("we", ["weights", "weird", "wet"])
    assert completed(page, "np.linalg.in") == ("in", ["inv"])
    assert completed(page, "z = weights.T.resh") == ("resh", ["reshape"])
    assert completed(page, "weights.")[1][:2] == ["T", "all"]
    kinds = page.ask("cells.complete", lesson="demo", before="we")["done"]["names"]
    assert [name["kind"] for name in kinds] == ["variable", "variable", "function"]


@pytest.mark.parametrize("before", ["x = 1", "x = 1.", "1e", "[1].ap", "f().", "'a'.jo", "1_0"])
def test_nothing_is_offered_for_numbers_or_what_only_running_could_tell(page, before):
    page.run("apple = join = e = 1")
    assert completed(page, before) == ("", [])


def test_all_names_of_a_large_module_are_known(page):
    page.run("import numpy as np")
    assert {"abs", "mean", "zeros"} <= set(completed(page, "np.")[1])


def test_completing_runs_no_code(page):
    page.run(
        "ran = []\nclass A:\n    own = 1\n"
        "    def __init__(self): self.mine = A\n"
        "    def __dir__(self): ran.append('dir')\n"
        "    def __getattr__(self, name): ran.append(name)\n"
        "    @property\n    def width(self): ran.append('width')\n"
        "a = A()"
    )
    assert completed(page, "a.") == ("", ["mine", "own", "width"])
    assert completed(page, "a.width.") == ("", [])
    assert completed(page, "a.nothing.") == ("", [])
    assert completed(page, "a.mine.o") == ("o", ["own"])
    for before in ("", ".", "1.", "f().x", "'a.b", "x..y", "unknown."):
        completed(page, before)
    assert page.run("ran") == {"done": {"value": "[]"}}
