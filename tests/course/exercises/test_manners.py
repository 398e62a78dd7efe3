"""How the checker behaves: what is printed is shown, messages are plain, everything ends."""

import re

import pytest

from course import check as command_line
from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.exercise import Exercise, all_exercises
from course.exercises.mistakes import plain
from course.exercises.words import shown
from course.lessons import lessons_folder, part

EXERCISES = dict(all_exercises(lessons_folder()))
LAYER = "def layer(x, W, b):\n    "


def verdict(name, code):
    lesson, _, exercise = name.partition("/")
    folder = part(lessons_folder(), lesson, "exercises", exercise)
    return check(Exercise(folder), code, Guard())


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("print('hello')\n" + LAYER + "return x @ W.T + b", "hello\n"),
        (LAYER + "print(b.shape)\n    return x @ W.T", "(1,)\n"),
        (LAYER + "print('a')\n    raise ValueError", "a\n"),
        ("print('before')\n1 / 0", "before\n"),
        (LAYER + "return x @ W.T", None),
    ],
)
def test_what_a_program_prints_is_told(code, printed):
    assert verdict("forward/layer", code).printed == printed


def test_of_much_that_is_printed_little_is_kept():
    told = verdict("forward/layer", LAYER + "print('x' * 9999)\n    return 1").printed
    assert told.startswith("xxx")
    assert len(told) < 2200
    assert told.endswith("… and more")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("the **sum** of the *examples*", "the sum of the examples"),
        ("`a * b` is *not* `a ** b`", "`a * b` is not `a ** b`"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("**It is** `W2 @ W1`.", "It is `W2 @ W1`."),
    ],
)
def test_messages_have_no_stars(text, made):
    assert plain(text) == made


@pytest.mark.parametrize("name", EXERCISES)
def test_no_known_mistake_shows_markdown(name):
    for mistake in Exercise(EXERCISES[name]).mistakes:
        prose = re.sub(r"`[^`]*`", "", mistake.reason)
        assert not re.search(r"\*\*|(?<!\w)\*\w|\]\(", prose), mistake


@pytest.mark.parametrize("name", EXERCISES)
def test_an_untouched_start_gives_nothing_away(name):
    exercise = Exercise(EXERCISES[name])
    told = check(exercise, f"# mine\n{exercise.start}\n", Guard())
    assert told.diagnosis is None
    assert re.match(r"This is still the code you started|It's still|.* raises", told.message)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ((128,), "(128,)"),
        ((), "()"),
        ([1.0, (2,)], "[1.0, (2,)]"),
        (4.0, "4.0"),
        (-3.0, "-3.0"),
        (1e20, "1e+20"),
        (..., "..."),
        ({"a": 1.0}, "{'a': 1.0}"),
    ],
)
def test_values_are_shown_as_they_are_typed(value, text):
    assert shown(value) == text


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("return max(x.ravel(), 0) + b", "`np.maximum` works element by element"),
        ("return np.array(min(x.ravel(), 3)) + b", "`np.minimum` works element by element"),
        ("return math.exp(x @ W.T + b)", "For every element of an array, use `np.exp`"),
        ("return math.sqrt(x)", "For every element of an array, use `np.sqrt`"),
        ("return x if x > 0 else b", "`np.where(condition, a, b)`"),
    ],
)
def test_python_for_one_number_on_an_array_is_explained(body, sentence):
    told = verdict("forward/layer", f"import math\nimport numpy as np\n{LAYER}{body}")
    assert sentence in told.message


def test_a_long_message_of_numpy_comes_after_ours():
    told = verdict("forward/layer", LAYER + "return x @ W.T @ W.T @ W.T")
    first, second, third = told.message.splitlines()[-3:]
    assert "raises: ValueError (line 2)" in first
    assert "has shape" in second
    assert third.startswith("Python's own words: `matmul")


def test_the_command_line_reads_a_byte_order_mark_and_ends(tmp_path, capsys, monkeypatch):
    path = tmp_path / "mine.py"
    path.write_text(LAYER + "return x @ W.T + b", encoding="utf-8-sig")
    assert command_line.main(["forward/layer", str(path)]) == 0
    monkeypatch.setattr(command_line, "LIMIT", 0.3)
    path.write_text("import time\n" + LAYER + "time.sleep(60)\n    return x @ W.T + b")
    capsys.readouterr()
    assert command_line.main(["forward/layer", str(path)]) == 2
    assert "didn't finish within 0.3 seconds" in capsys.readouterr().out


@pytest.mark.parametrize(
    "body",
    [
        "z = []\n    z.append(z)\n    return z",
        "z = [1]\n    for row in x:\n        z.append([2, z])\n    return z",
        "z = {}\n    z['z'] = z\n    return z",
    ],
)
def test_a_list_that_contains_itself_is_told(body):
    told = verdict("forward/layer", LAYER + body)
    assert "raises: ValueError: A list contains itself" in told.message
