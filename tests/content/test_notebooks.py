"""The notebooks as somebody runs them who has Jupyter, and the wheel beside them."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from builder.base.places import SITE
from builder.parts import course
from course.home.program import network as program
from course.lessons import lesson_folder

LESSONS = ("welcome", "perceptron", "activations", "forward", "backprop", "loss", "quiz", "project")
NOTEBOOKS = (*LESSONS, "arrays")
CHECK = "check("
pytestmark = pytest.mark.filterwarnings("ignore")  # Jupyter's own


@pytest.fixture(scope="module")
def folder(dist: Path, mnist_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the notebooks, mnist.npz, and the wheel as pip has installed it."""
    path = tmp_path_factory.mktemp("notebooks")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    wheel = dist / "notebooks" / course.wheel_name()
    subprocess.run([*pip, "--target", path / "packages", wheel], check=True)
    arrays: dict[str, Any] = {
        f"{kind}_{which}": program.read_idx(next(mnist_dir.glob(f"{stem}-{what}*")))
        for which, stem in (("train", "train"), ("test", "t10k"))
        for kind, what in (("x", "images"), ("y", "labels"))
    }
    np.savez(path / "mnist.npz", **arrays)
    digits: dict[str, Any] = {"images": arrays["x_test"][:3], "labels": arrays["y_test"][:3]}
    np.savez(path / "my-digits.npz", **digits)
    return path


@cache
def read(dist: Path, name: str) -> str:
    return (dist / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8")


def run(notebook: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Run all cells from top to bottom; return what each check printed."""
    monkeypatch.setenv("PYTHONPATH", str(folder / "packages"))
    place = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=place).execute()
    return [
        "".join(output["text"] for output in cell.outputs if output.output_type == "stream")
        for cell in notebook.cells
        if CHECK in cell.source.splitlines()[-1]
    ]


def exercises(name: str) -> list[Path]:
    return sorted(lesson_folder(SITE / "lessons", name).glob("exercises/*"))


def test_there_is_a_notebook_for_every_lesson(dist: Path) -> None:
    assert {path.stem for path in dist.glob("notebooks/*.ipynb")} == {*NOTEBOOKS}
    assert {*LESSONS} == {path.name.partition("-")[2] for path in SITE.glob("lessons/*")}


@pytest.mark.timeout(400)
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_it_runs_from_top_to_bottom_untouched(
    name: str, dist: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = nbformat.reads(read(dist, name), as_version=4)
    nbformat.validate(notebook)
    said = run(notebook, folder, monkeypatch)
    assert len(said) == len(exercises(name))
    for text in said:
        assert text.startswith(("Not yet.\n", "An error.\n"))


@pytest.mark.timeout(400)
@pytest.mark.parametrize("name", [name for name in NOTEBOOKS if exercises(name)])
def test_solutions_pass_their_checks(
    name: str, dist: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = nbformat.reads(read(dist, name), as_version=4)
    for cell in notebook.cells:
        *_, last = cell.source.splitlines() or [""]
        if cell.cell_type == "code" and last.startswith(CHECK):
            path = lesson_folder(SITE / "lessons", name) / "exercises" / last.split('"')[1]
            cell.source = f"{(path / 'solution.py').read_text(encoding='utf-8')}\n{last}"
    said = run(notebook, folder, monkeypatch)
    assert [text.partition("\n")[0] for text in said] == ["Correct."] * len(exercises(name))


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_nothing_of_the_lessons_own_language_is_left(name: str, dist: Path) -> None:
    for cell in nbformat.reads(read(dist, name), as_version=4).cells:
        if cell.cell_type == "markdown":
            for mark in ("{value}", "{worked}", "{blank}", "{term}", "```{", ":::", "[x]", "{#"):
                assert mark not in cell.source
