"""How a mistakes.py is read: programs made of the solution, and what is refused."""

import sys
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from course.exercises.exercise import all_exercises
from course.exercises.mistakes import Mistake, read_mistakes
from course.lessons import lessons_folder, load

EXERCISES = dict(all_exercises(lessons_folder()))

SOLUTION = '''
import math

SCALE = 2  # as asked


def twice(x):
    """Return x twice."""
    return SCALE * x


def root(x):
    return math.sqrt(twice(x))
'''


def read(folder: Path, mistakes: str, solution: str = SOLUTION) -> list[Mistake]:
    (folder / "solution.py").write_text(solution)
    (folder / "mistakes.py").write_text(dedent(mistakes).lstrip("\n"))
    return read_mistakes(folder)


def test_a_mistake_takes_the_place_of_a_function_in_the_solution(tmp_path: Path) -> None:
    (one,) = read(
        tmp_path,
        '''
        import cmath

        from course.exercises.exercise import form, mistake
        from solution import twice

        OFTEN = 3


        @mistake("complex", see="#roots")
        def root(x):
            """You take the complex
            root.
            """
            return cmath.sqrt(twice(x))
        ''',
    )
    assert (one.slug, one.reason, one.see) == ("complex", "You take the complex root.", "#roots")
    assert one.line == 10
    assert one.code.splitlines()[0] == "import cmath"
    assert "from solution" not in one.code
    names: dict = {}
    exec(one.code, names)
    assert names["root"](-2) == 2j
    assert names["OFTEN"] == 3
    assert "FORMS" not in names
    assert "mistake" not in names


def test_a_mistake_takes_the_place_of_methods_in_a_class_of_the_solution(tmp_path: Path) -> None:
    (one,) = read(
        tmp_path,
        '''
        @mistake("lost", see="#roots")
        class Root:
            """You lose it."""

            def add(self):
                if self.x:
                    return None
        ''',
        solution="""
class Root:
    def __init__(self, x):
        self.x = x

    def add(self):
        return self.x + 1

    def twice(self):
        return 2 * self.x
""",
    )
    names: dict[str, Any] = {}
    exec(one.code, names)
    root = names["Root"](3)
    assert (root.add(), root.twice(), one.reason) == (None, 6, "You lose it.")


def test_forms_are_functions_and_values_of_a_parameter(tmp_path: Path) -> None:
    first, second = read(
        tmp_path,
        '''
        @mistake("scale", scale=range(4, 6))
        def twice(x, scale=3):
            """You multiply."""
            return scale * x


        @form()
        def below_zero(x):
            return -twice(x)


        @form(offset=(1, 10))
        def moved(x, offset):
            return twice(x) + offset


        @mistake("same")
        def twice(x):
            """You return x."""
            return x
        ''',
    )
    names: dict = {}
    exec(first.code, names)
    assert [form(1) for form in names["FORMS"]] == [4, 5, -3, 4, 13]
    assert "FORMS" not in second.code
    assert "below_zero" not in second.code


def test_a_class_has_values(tmp_path: Path) -> None:
    (one,) = read(
        tmp_path,
        '''
        @mistake("scale")
        class Values:
            """You take another scale."""

            SCALE = [
                5,
            ][0]
        ''',
    )
    assert "as asked" not in one.code
    names: dict = {}
    exec(one.code, names)
    assert names["twice"](1) == 5


TOLD = '"""You are told."""'


@pytest.mark.parametrize(
    ("mistakes", "line", "message"),
    [
        (f"@mistake('a')\ndef twize(x):\n    {TOLD}", 2, "the solution has no `twize`"),
        (f"@mistake('a')\nclass V:\n    {TOLD}\n    SKALE = 1", 2, "the solution has no `SKALE`"),
        (f"@mistake('a')\nclass V:\n    {TOLD}\n    print()", 4, "nothing but `name = value`"),
        ("from solution import twize", 1, "the solution has no `twize`"),
        ("@mistake('a')\ndef twice(x):\n    return x", 2, "'a' needs a docstring"),
        (f"@mistake('a', sea='#b')\ndef twice(x):\n    {TOLD}", 2, "has no parameter `sea`"),
        (f"@mistake('a', see=b)\ndef twice(x):\n    {TOLD}", 2, "is marked as @mistake"),
        (f"@mistake()\ndef twice(x):\n    {TOLD}", 2, "is marked as @mistake"),
        (f"@mistake\ndef twice(x):\n    {TOLD}", 2, "is marked as @mistake"),
        (f"@mistake('a')\ndef twice(x):\n    {TOLD}\n" * 2, 5, "'a' is the mistake of line 2"),
        ("@form()\ndef other(x):\n    return x", 2, "a form comes after its mistake"),
        (
            f"@mistake('a')\ndef twice(x):\n    {TOLD}\n@form()\ndef root(x):\n    return x",
            5,
            "`root` is the solution's",
        ),
        ("x = 1\ndef twice(x:\n    pass", 2, "'\\(' was never closed"),
    ],
)
def test_what_is_no_mistake_is_refused_with_file_and_line(
    tmp_path: Path, mistakes: str, line: int, message: str
) -> None:
    with pytest.raises(ValueError, match=rf"mistakes\.py:{line}: .*{message}"):
        read(tmp_path, mistakes)


def test_an_exercise_may_have_no_known_mistakes(tmp_path: Path) -> None:
    assert read_mistakes(tmp_path) == []


@pytest.mark.parametrize("name", EXERCISES)
def test_the_file_is_python_that_runs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "solution", load(EXERCISES[name] / "solution.py"))
    load(EXERCISES[name] / "mistakes.py")
