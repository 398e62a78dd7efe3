"""The builder's part of the page /project/app/: what it refuses, and what it makes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from builder.base.bootstrap import ROOT
from builder.base.errors import ContentError
from builder.base.tree import read
from builder.pages import app
from builder.pages.content import Lesson, load_lesson
from builder.parts import course
from builder.site import assemble

PROJECT = ROOT / "site" / "lessons" / "08-project"


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    """A copy of the project's folder that a test may change."""
    folder = tmp_path / PROJECT.name
    shutil.copytree(PROJECT, folder)
    return load_lesson(folder)


@pytest.fixture(scope="module")
def made() -> assemble.Site:
    return assemble.assemble()


def test_the_folder_becomes_a_page_below_its_lesson(lesson: Lesson) -> None:
    (page,) = app.load([lesson])
    assert (page.address, page.root) == ("project/app/", "../../")
    assert page.program == page.steps[-1].finished
    assert {*page.program.splitlines()} <= {*(PROJECT / "app" / "main.py").read_text().splitlines()}


def test_a_lesson_without_the_folder_has_no_such_page(lesson: Lesson) -> None:
    shutil.rmtree(lesson.folder / "app")
    assert app.load([lesson]) == []


def test_an_unknown_file_is_refused(lesson: Lesson) -> None:
    (lesson.folder / "app" / "notes.txt").write_text("")
    with pytest.raises(ContentError, match=r"app/notes\.txt.*main\.py"):
        app.load([lesson])


@pytest.mark.parametrize("name", sorted(app.FILES))
def test_a_missing_file_is_refused(lesson: Lesson, name: str) -> None:
    (lesson.folder / "app" / name).unlink()
    with pytest.raises(ContentError, match=f"app/{name}.*missing"):
        app.load([lesson])


@pytest.mark.parametrize("name", ["main.py", "run.py"])
def test_a_program_that_is_no_python_is_refused_with_its_line(lesson: Lesson, name: str) -> None:
    source = lesson.folder / "app" / name
    line = len(source.read_text().splitlines()) + 1
    source.write_text(source.read_text() + "def broken(:\n")
    with pytest.raises(ContentError, match=f"app/{name}:{line}: "):
        app.load([lesson])


def test_all_files_that_the_page_and_the_folder_name_are_there(made: assemble.Site) -> None:
    index = made.index
    plan = json.loads(read(made.tree[index["app"]["folder.json"]["path"]]))
    for part, name in plan["parts"].values():
        assert index[part][name]["path"] in made.tree
    there = {*plan["texts"], *plan["parts"], plan["library"], plan["wheel"]}
    settings = json.loads(plan["texts"]["pyscript.json"])
    library = settings["interpreter"].replace("pyodide.js", "python_stdlib.zip")
    named = [settings["interpreter"], library, *settings["files"], *settings["packages"]]
    named += settings["js_modules"]["main"]
    for address in named:
        assert address.startswith("./")
        assert address.removeprefix("./") in there
    assert settings["packages_cache"] == "passthrough"  # else PyScript asks its own servers


def test_only_this_page_may_use_eval(made: assemble.Site) -> None:
    pages = {name: read(data).decode() for name, data in made.tree.items() if ".html" in name}
    loose = {name for name, text in pages.items() if "'unsafe-eval'" in text}
    assert loose == {"project/app/index.html"}
    policy = pages["project/app/index.html"].partition("Security-Policy")[2].partition(">")[0]
    assert "connect-src 'self';" in policy
    assert "unsafe-inline" not in policy


def test_the_learners_python_stays_out_of_the_course(made: assemble.Site) -> None:

    assert b"08-project/app" not in course.archive()
