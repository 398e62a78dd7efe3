"""An author's mistakes: each is answered in one line that names the file and the line."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError
from builder.base.tree import Tree
from builder.pages import quiz, terms
from builder.pages.content import load_lessons
from builder.pages.directives.registry import Directives
from builder.pages.names import Names
from builder.site import links
from builder.site.assemble import computed_values, environment, render_text
from builder.site.assets import strings, words
from tests.builder.pages.conftest import lead_to

LESSONS = ROOT / "site" / "lessons"
TEXT = """+++
title = "A lesson"
short = "A"
tag = "t"
question = "What?"
goals = ["Compute a prediction"]
+++

See [itself](here#one).

## One

```{cell} first
x = 1
```

```{cell} second
x + 1
```

```{figure} line
A line.
```

:::{exercise} predict Which side
Write it.
:::

Half of it is {value}`1 / 2:.2f`.
"""
FIGURE = """from course.figures.controls import Slider
from course.figures.svg import Svg

CONTROLS = [Slider("w", "Weight", -2, 2, 0.1, 0.5)]


def draw(w):
    svg = Svg(10, 10, "A line", f"Its slope is {w}.")
    svg.add("line", x1=0, y1=0, x2=10, y2=w, stroke="var(--accent)")
    return svg
"""
QUESTION = """from course.quiz.items import Choice, Option

GOAL, LEVEL = 0, 1


def make(rng):
    wrong = [Option("2", "No.", "one"), Option("3", "No.", "two")]
    return Choice(f"How many of {rng.random():.6f}?", Option("1", "Yes."), wrong, see="here#one")
"""


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a lesson in a module of one, without anything kept from before."""
    monkeypatch.setenv("MODULE3_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "site" / "lessons" / "01-here"
    predict = LESSONS / "02-perceptron" / "exercises" / "predict"
    shutil.copytree(
        predict, folder / "exercises" / "predict", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name, text in {
        "lesson.md": TEXT,
        "figures/line.py": FIGURE,
        "questions/how-many.py": QUESTION,
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    lead_to("one", folder / "exercises" / "predict")
    return folder


def build(lesson: Path) -> None:
    """Do with the lesson what a build does: its quiz, its page, its links."""
    lessons = load_lessons(lesson.parent)
    names = Names(computed_values())
    quiz.rendered(lessons[0], quiz.load(lessons), lessons, names)
    directives = Directives(environment(strings(), lessons), lessons, names)
    render_text(lessons[0], directives)
    tree: Tree = {"index.html": lessons[0].html.encode()}
    led = lessons[0].placed(lessons[0].links)
    links.refuse_dead(tree, [(where, to.removeprefix("here/")) for where, to in led])
    terms.refuse(lessons, directives.markdown.terms, words(strings()))


def replaced(old: str, new: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))

    return change


def written(text: str) -> Callable[[Path], None]:
    return lambda path: void(path.write_text(text))


def void(_value: object) -> None:
    return None


SOLUTION = "exercises/predict/solution.py"
SITUATIONS: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "figure: no Python": ("figures/line.py", replaced("def draw(w):", "def draw(w:"), r":7: Syn"),
    "figure: a bug": ("figures/line.py", replaced("y2=w,", "y2=v,"), r":9: NameError: name 'v'"),
    "figure: import": ("figures/line.py", replaced("import Svg", "import Swg"), r":2: ImportError"),
    "figure: no controls": ("figures/line.py", replaced("CONTROLS", "CONTROL"), r": .*CONTROLS"),
    "figure: no title": ("figures/line.py", replaced('"A line", ', ""), r":8: TypeError"),
    "figure: color": ("figures/line.py", replaced("var(--accent)", "red"), r":9: .*red"),
    "figure: control": ("figures/line.py", replaced("def draw(w)", "def draw(u)"), r": draw gets"),
    "figure: no drawing": ("figures/line.py", replaced("return svg", "return 3"), r": .*not 3"),
    "check: no Python": ("exercises/predict/check.py", written("def"), r":1: Syn"),
    "check: a bug": ("exercises/predict/check.py", written("CHECKS = [nobody]"), r":1: NameErr"),
    "mistakes: no Python": ("exercises/predict/mistakes.py", written("def"), r":1: "),
    "hints: missing": ("exercises/predict/hints.md", lambda path: path.unlink(), r": .*missing"),
    "hints: empty": ("exercises/predict/hints.md", written("\n"), r": there are no hints"),
    "hints: bullets": ("exercises/predict/hints.md", written("- a\n* b\n"), r":2: a hint begins"),
    "exercise: foreign file": (
        "exercises/predict/notes.txt",
        written("x"),
        r": an exercise may only contain",
    ),
    "exercise: solution fails": (
        SOLUTION,
        replaced("+ b", "- b"),
        r": the solution doesn't pass: .*predict\(.* gives .* instead of ",
    ),
    "cell: raises": ("lesson.md", replaced("x + 1", "x + y"), r":18: in cell second: NameError"),
    "cell: no Python": ("lesson.md", replaced("x + 1", "x +"), r":18: in cell second: invalid"),
    "role: unknown": ("lesson.md", replaced("{value}", "{walue}"), r":29: unknown role 'walue'"),
    "role: name": ("lesson.md", replaced("1 / 2:", "half:"), r":29: .*NameError: name 'half'"),
    "link: no page": ("lesson.md", replaced("here#one", "there#one"), r":9: link to there#one"),
    "link: no place": ("lesson.md", replaced("here#one", "here#two"), r":9: dead link"),
    "term: no entry": ("lesson.md", replaced("Half", "**Half**"), r":29: \*\*Half\*\* looks like"),
    "term: not linked": ("lesson.md", replaced("Half", "{term}`Half: 1 of 2`"), r": no text leads"),
    "question: no Python": ("questions/how-many.py", written("def"), r":1: Syn"),
    "question: a bug": (
        "questions/how-many.py",
        replaced('"2",', "two,"),
        r":7: .*name 'two' is not defined",
    ),
    "question: goal": (
        "questions/how-many.py",
        replaced("GOAL, LEVEL = 0", "GOAL, LEVEL = 7"),
        r": ",
    ),
    "question: no make": ("questions/how-many.py", replaced("def make", "def made"), r": make"),
}


def test_the_lesson_is_sound(lesson: Path) -> None:
    build(lesson)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_one_line_names_the_place(lesson: Path, situation: str) -> None:
    name, change, told = SITUATIONS[situation]
    change(lesson / name)
    with pytest.raises(BuildError) as caught:
        build(lesson)
    said = re.sub(r"\A.*:\n", "", str(caught.value))  # a list of faults has a heading
    assert re.match(rf"{re.escape(str(lesson / name))}{told}", said), said
    assert "\n" not in said


def test_two_lessons_with_one_number_are_named(lesson: Path) -> None:
    shutil.copytree(lesson, lesson.with_name("01-there"))
    with pytest.raises(BuildError, match=r"01-there: this is lesson 1, but 2 comes next"):
        build(lesson)
