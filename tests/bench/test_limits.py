"""What has to be quick: a warm build, a slice of training, a file that is judged, Stop."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from builder.base.bootstrap import ROOT
from builder.site.assemble import build
from course.cells.guard import Guard
from course.cells.packages import Packages
from course.exercises.operations import Exercises
from course.home.dropped import judge
from course.lessons import lessons_folder
from tests import onnx_files
from tests.bench.figures import Results
from tests.browser.coding import open_cells, run, write
from tests.support import open_isolated

SOLUTION = ROOT / "site" / "lessons" / "05-backprop" / "exercises" / "train" / "solution.py"


def took(work: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def test_a_warm_build(tmp_path: Path, results: Results) -> None:
    build(tmp_path / "dist")
    results.absolute("a warm build", took(lambda: build(tmp_path / "dist")), "s", 3)


def test_a_slice_of_a_lessons_training(results: Results) -> None:
    exercises = Exercises(lessons_folder(), Guard(), Packages())
    code = SOLUTION.read_text(encoding="utf-8")

    def ask() -> object:
        return exercises.learn("backprop", "train", "moons", code, anew=False)

    ask()
    slices = [took(ask) for _ in range(10)]
    results.absolute("a slice of a lesson's training", statistics.median(slices) * 1000, "ms", 50)


def test_a_dropped_file_is_judged(results: Results) -> None:
    large = onnx_files.file([], {"W": np.zeros(3_900_000, np.float32)})
    results.absolute("a model of 16 MB is judged", took(lambda: judge(large)), "s", 3)


@pytest.mark.parametrize("isolated", [True, False], ids=["isolated", "not isolated"])
def test_stop(page: Page, fast_site: str, results: Results, isolated: bool) -> None:
    if isolated:
        open_isolated(page, f"{fast_site}perceptron/")
    cell = open_cells(page, fast_site)
    assert run(cell, "kept = 5") == "done"
    write(cell, "while True:\n    pass")
    cell.get_by_role("button", name="Run").click()
    expect(cell).to_have_attribute("data-status", "running")
    started = time.perf_counter()
    cell.get_by_role("button", name="Stop").click()
    expect(cell).to_have_attribute("data-runs", "2")
    where = "isolated" if isolated else "not isolated"
    results.absolute(f"Stop, page {where}", time.perf_counter() - started, "s", 1.5)
