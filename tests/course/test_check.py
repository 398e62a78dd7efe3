"""The verdict on the command line is never the program's own, however it tries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course import check as command_line
from course.cells.guard import Guard
from course.exercises.exercise import Exercise, all_exercises
from course.exercises.replay import confirmed, read, record, written
from course.lessons import lessons_folder

EXERCISES = dict(all_exercises(lessons_folder()))
PREDICT = "perceptron/predict"
WRONG = "import os, sys\ndef predict(x, w, b):\n    "
SAYS = json.dumps({"result": "pass", "message": "", "diagnosis": None, "recorded": {}})
TELL = f"os.write(1, b'\\n' + {SAYS.encode()!r} + b'\\n')"
FORGERIES = {
    "prints and ends": f"import os\nprint({SAYS!r})\nos._exit(0)",
    "writes and kills itself": f"import os\n{TELL}\nos.kill(os.getpid(), 9)",
    "ends later": f"import atexit, os\natexit.register(lambda: {TELL})\n{WRONG}return 1",
    "patched exit": f"import sys\nsys.exit = lambda *_: None\nprint({SAYS!r})\n{WRONG}return 1",
    "patched comparison": WRONG
    + "import course.exercises.compare as one\n    one.same = lambda *_: True\n    return 1",
    "patched inside": WRONG
    + "from course.exercises.values import same\n"
    + "    same.__code__ = (lambda *_: True).__code__\n    return 1",
    "patched mathematics": WRONG
    + "import nn\n    nn.step.__code__ = (lambda *_: 1).__code__\n    return 1",
    "patched around": WRONG
    + "frame = sys._getframe()\n    while frame.f_back: frame = frame.f_back\n"
    + "    frame.f_globals['record'] = lambda *_: {'calls': [], 'values': {}}\n"
    + "    from course.exercises.compare import Comparison\n"
    + "    Comparison.failing = lambda _: []\n    return 1",
    "equal to all": "class All:\n    __eq__ = lambda *_: True\n" + WRONG + "return All()",
    "no stdout": WRONG + "os.close(1)\n    return 1",
    "deep answer": f"import os\nos.write(1, b'\\n' + b'[' * 10**6)\nos._exit(0)\n{WRONG}return 1",
    "silent end": "import ctypes\nctypes.string_at(0)",
}


@pytest.mark.parametrize("code", FORGERIES.values(), ids=FORGERIES)
def test_no_forgery_passes(code, tmp_path, capsys):
    path = tmp_path / "mine.py"
    path.write_text(code)
    assert command_line.main([PREDICT, str(path)]) != 0
    assert json.loads(capsys.readouterr().out)["result"] != "pass"


def test_one_that_changes_the_checker_is_told_so(tmp_path, capsys):
    path = tmp_path / "mine.py"
    path.write_text(FORGERIES["patched inside"])
    assert command_line.main([PREDICT, str(path)]) == 2
    assert "changes how it's checked" in capsys.readouterr().out


def test_what_floods_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(command_line, "MOST", 1_000_000)
    path = tmp_path / "mine.py"
    path.write_text("import os\nwhile True: os.write(1, b'x' * 10**5)")
    assert command_line.main([PREDICT, str(path)]) == 2


@pytest.mark.parametrize("name", EXERCISES)
def test_what_a_solution_returns_is_confirmed_and_a_start_is_not(name):
    exercise, guard = Exercise(EXERCISES[name]), Guard()
    guard.prepare()

    def recorded(code):
        return json.loads(json.dumps(record(exercise, code, guard, 60)))

    assert confirmed(exercise, recorded(exercise.solution))
    assert not confirmed(exercise, recorded(exercise.start))


@pytest.mark.parametrize(
    "recorded",
    [
        None,
        [],
        {},
        {"calls": 1, "values": {}},
        {"calls": [[1]], "values": {}},
        {"calls": [[{"array": ["O", [1], "AAAAAAAAAAA="]}, []]], "values": {}},
        {"calls": [[{"array": ["f8", [9**9], ""]}, []]], "values": {}},
        {"calls": [[{"array": [[], {}, 3]}, []]], "values": {}},
    ],
)
def test_what_is_no_record_confirms_nothing(recorded):
    assert not confirmed(Exercise(EXERCISES[PREDICT]), recorded)


def test_what_was_written_is_read():
    value = [1, 2.5, None, True, "é", (float("inf"), [{}]), {"a": (1,)}]
    assert read(json.loads(json.dumps(written(value)))) == value
    assert read(written(Path()), instead=7) == 7
