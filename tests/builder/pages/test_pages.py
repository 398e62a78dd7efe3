"""A page without a number holds what a lesson can: cells, figures, exercises, data, questions."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from builder.base.bootstrap import ROOT
from builder.base.errors import ContentError
from builder.pages import quiz
from builder.pages.content import Lesson, Page, load_lessons, load_pages
from builder.pages.directives.registry import Directives, check_all_used
from builder.pages.names import Names
from builder.site.assemble import environment, render_text
from builder.site.assets import strings
from course.exercises.exercise import all_exercises
from course.lessons import part

LESSONS = ROOT / "site" / "lessons"
FRONT = """+++
title = "Beside the path"
question = "What else?"
goals = ["Count rows"]
+++
"""
TEXT = """
```{cell} rows
print(2)
```

```{figure} curves
A figure.
```

:::{exercise} predict Which side
Write it.
:::

:::{predict} even
Even?
- [x] Yes
- No
---
Yes.
:::
"""
PROGRESS = """+++
title = "Progress"
question = "How far?"
+++

```{progress}
```
"""
QUESTION = """
from course.quiz.items import Choice, Option

GOAL, LEVEL = 0, 1

def make(rng):
    wrong = [Option("2", "No."), Option("3", "No.")]
    return Choice("How many?", Option("1", "Yes."), wrong, see="beside#top")
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A tree like site/ with one page, made of parts of lessons."""
    page = tmp_path / "pages" / "beside"
    for name, source in {
        "exercises/predict": LESSONS / "02-perceptron/exercises/predict",
        "figures": LESSONS / "03-activations/figures",
    }.items():
        shutil.copytree(source, page / name)
    for path in (page / "figures").glob("*.py"):
        if path.stem != "curves":
            path.unlink()
    (page / "data").mkdir()
    np.savez(page / "data" / "few.npz", x=np.eye(2))
    (page / "questions").mkdir()
    (page / "questions" / "how-many.py").write_text(QUESTION)
    (page / "page.md").write_text(FRONT + TEXT)
    (tmp_path / "pages" / "progress").mkdir()
    (tmp_path / "pages" / "progress" / "page.md").write_text(PROGRESS)
    (tmp_path / "lessons").mkdir()
    return tmp_path


def directives(lessons: list[Lesson], pages: list[Page]) -> Directives:
    return Directives(environment(strings(), lessons), lessons, Names({}), pages)


def rendered(site: Path) -> tuple[list[Lesson], list[Page]]:
    lessons, pages = load_lessons(site / "lessons"), load_pages(site / "pages")
    for page in pages:
        render_text(page, directives(lessons, pages))
    return lessons, pages


def test_a_page_shows_all_kinds(site: Path) -> None:
    _, (page, _) = rendered(site)
    assert ([*page.cells], page.exercises, page.predictions) == (["rows"], ["predict"], ["even"])
    for mark in ('data-cell="rows"', 'data-exercise="beside/predict"', 'data-figure="curves"'):
        assert mark in page.html
    assert page.first == "python"


def test_python_finds_what_a_page_has(site: Path) -> None:
    lessons = site / "lessons"
    assert part(lessons, "beside", "figures", "curves").is_file()
    assert part(lessons, "beside", "data", "few").suffix == ".npz"
    assert [name for name, _ in all_exercises(lessons)] == ["beside/predict"]


def test_the_quiz_asks_what_a_page_asks(site: Path) -> None:
    lessons, pages = rendered(site)
    (source,) = quiz.load([*lessons, *pages])
    assert (source.name, source.lesson, source.goal) == ("beside-how-many", "beside", 0)


def test_progress_counts_a_page_under_a_heading_of_its_own(site: Path) -> None:
    _, (_, progress) = rendered(site)
    heading = progress.html.index(strings()["progress"]["beside"])
    parts = ('data-cells="rows"', 'data-exercises="predict"', 'data-predictions="even"')
    row = progress.html.index(" ".join(['data-progress="beside"', *parts]))
    assert heading < row


def test_a_lesson_offers_the_pages_that_name_it(site: Path) -> None:
    text = site / "pages" / "beside" / "page.md"
    text.write_text(text.read_text().replace("+++\n", '+++\noffered = "perceptron"\n', 1))
    lessons, pages = load_lessons(LESSONS), load_pages(site / "pages")
    directives(lessons, pages).offer(lessons, pages)
    (lesson,) = [lesson for lesson in lessons if lesson.offers]
    assert lesson.slug == "perceptron"
    assert 'data-offer="beside"' in lesson.offers
    assert 'href="../beside/"' in lesson.offers
    assert [page.live for page in pages] == [{"[data-opened]": "reading/seen.js"}, {}]
    text.write_text(text.read_text().replace('"perceptron"', '"perceptrom"'))
    with pytest.raises(ContentError, match=r"page.md: offered: .*'perceptrom'"):
        directives(lessons, []).offer(lessons, load_pages(site / "pages"))


def test_what_a_page_does_not_use_is_refused(site: Path) -> None:
    text = site / "pages" / "beside" / "page.md"
    text.write_text(text.read_text().replace("```{figure} curves\nA figure.\n```", ""))
    with pytest.raises(ContentError, match=r"figures/curves\.py is not used"):
        for page in rendered(site)[1]:
            check_all_used(page)
