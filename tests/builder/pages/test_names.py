"""What expressions give, and figures show at first, is kept until what it's made from changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.pages import names
from builder.pages.directives.pictures import drawn
from builder.pages.names import Let, Names, read_by_python

FIGURE = """from course.figures.svg import Svg

CONTROLS = []


def draw():
    return Svg(1, 1, "{0}", "{0}")
"""


@pytest.fixture
def asked(cache: Path) -> Callable[..., list[str]]:
    """A function that has a {let} run where it must, and tells what ran, and what x is then."""

    def ask(code: str, made_from: str = "a", expression: str = "x:.1f") -> list[str]:
        ran: list[str] = []
        known = Names({"ran": ran}, made_from)
        text = known.after(Let(code, Path("lesson.md"), 1)).text(expression)
        known.keep()
        return [*ran, text]

    return ask


def test_what_has_been_computed_is_not_computed_again(asked: Callable[..., list[str]]) -> None:
    code = "ran.append('let')\nx = 1"
    assert asked(code) == ["let", "1.0"]
    assert asked(code) == ["1.0"]
    assert asked(code, expression="x + 1") == ["let", "2"]
    assert asked(code, expression="x + 1") == asked(code, expression="x + 1") == ["2"]
    assert asked(code.replace("1", "3")) == ["let", "3.0"]
    assert asked(code, made_from="b") == ["let", "1.0"]
    assert asked(code, made_from="") == asked(code, made_from="") == ["let", "1.0"]


def test_a_name_counts_as_it_is_where_it_is_asked(cache: Path) -> None:
    def told() -> list[str]:
        first = Names({}, "a").after(Let("x = 1", Path("lesson.md"), 1))
        texts = [first.text("x")]
        second = first.after(Let("x = 2", Path("lesson.md"), 5))
        texts += [second.text("x"), first.text("x")]
        first.keep()
        return texts

    assert told() == told() == ["1", "2", "1"]


def test_what_fails_fails_again(asked: Callable[..., list[str]], cache: Path) -> None:
    for _ in range(2):
        with pytest.raises(AssertionError):
            asked("assert False")
        with pytest.raises(NameError):
            asked("y = 1")


def test_what_is_kept_and_damaged_is_computed_anew(
    asked: Callable[..., list[str]], cache: Path
) -> None:
    assert asked("x = 1") == ["1.0"]
    for path in cache.rglob("*.json"):
        path.write_bytes(path.read_bytes().replace(b"1.0", b"2.0"))
    assert asked("x = 1") == ["1.0"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, path in {"ROOT": "", "SITE": "site", "MODELS": "models"}.items():
        monkeypatch.setattr(names, name, tmp_path / path)
    return tmp_path


@pytest.mark.parametrize(
    "path",
    [
        "py/nn/mlp.py",
        "py/course/figures/svg.py",
        "py/builder/base/locks/build.txt",
        "models/digits.json",
        "site/lessons/01-one/figures/one.py",
        "site/lessons/01-one/data/one.npz",
        "site/lessons/01-one/listings/one.json",
        "site/pages/one/exercises/one/solution.py",
    ],
)
def test_every_file_that_python_may_read_counts(project: Path, path: str) -> None:
    found = {read_by_python()}
    (project / path).parent.mkdir(parents=True)
    for text in ("one", "two"):
        (project / path).write_text(text)
        found.add(read_by_python())
    (project / path).rename((project / path).with_stem("other"))
    found.add(read_by_python())
    assert len(found) == 4


def test_the_version_of_python_counts_and_a_text_does_not(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read_by_python()
    (project / "site" / "lessons").mkdir(parents=True)
    (project / "site" / "lessons" / "lesson.md").write_text("text")
    assert read_by_python() == before
    monkeypatch.setattr(sys, "version", "another")
    assert read_by_python() != before


def test_a_figure_is_drawn_anew_when_what_it_is_made_from_changes(
    tmp_path: Path, cache: Path
) -> None:
    path = tmp_path / "figure.py"

    def shown(text: str, made_from: str) -> str:
        path.write_text(FIGURE.format(text))
        return drawn(path, made_from).summary

    assert shown("one", "a") == shown("two", "a") == "one"
    assert shown("two", "b") == "two"
    assert shown("one", "") == "one"
    assert shown("two", "") == "two"
