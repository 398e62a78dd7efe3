"""What of Python comes late: found by its names in code, brought by an import that can't wait."""

from __future__ import annotations

import ast
import importlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from course.cells.packages import Packages
from course.cells.rest import NAME, Rest
from tests.support import awaited

LATE = ["late_one", "late_pack", "late_pack.inner", "numpy.random", "queue"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder where Python looks for modules; what was found in it is forgotten afterwards."""
    (tmp_path / "rest.json").write_text(json.dumps(LATE))
    monkeypatch.syspath_prepend(str(tmp_path))
    before, finders = set(sys.modules), list(sys.meta_path)
    yield tmp_path
    sys.meta_path[:] = finders
    for name in set(sys.modules) - before:
        if name.startswith("late_"):
            del sys.modules[name]


def rest(folder: Path, now: Callable[[], None] = lambda: None) -> Rest:
    return Rest(now, folder / "rest.json")


@pytest.mark.parametrize(
    "code",
    [
        "import late_one",
        "import math, late_pack.inner as x",
        "from late_pack import inner",
        "from numpy import random",
        "def f():\n    import queue",
        "import numpy as np\nnp.random.default_rng(0)",
    ],
)
def test_code_that_names_a_module_of_the_rest_needs_it(folder: Path, code: str) -> None:
    late = rest(folder)
    assert late.needed(ast.parse(code), packages=False)
    late.arrived()
    assert not late.needed(ast.parse(code), packages=False)


@pytest.mark.parametrize("code", ["import numpy as np", "queue = [1]", "x.y(z)", "'np.random'"])
def test_other_code_does_not_wait(folder: Path, code: str) -> None:
    assert not rest(folder).needed(ast.parse(code), packages=False)
    assert rest(folder).needed(ast.parse(code), packages=True)


def test_an_import_that_nobody_foresaw_brings_all(folder: Path) -> None:
    def bring() -> None:
        brought.append(True)
        (folder / "late_one.py").write_text("here = 1")
        (folder / "late_pack").mkdir()
        (folder / "late_pack" / "__init__.py").write_text("")
        (folder / "late_pack" / "inner.py").write_text("here = 2")

    brought: list[bool] = []
    rest(folder, bring).install()
    assert importlib.import_module("late_pack.inner").here == 2
    assert importlib.import_module("late_one").here == 1
    assert brought == [True]
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("late_none")


def test_what_cannot_be_had_is_an_error_that_says_so_and_may_come_later(folder: Path) -> None:
    def fail() -> None:
        if not online:
            raise OSError("no network")
        (folder / "late_one.py").write_text("here = 1")

    online: list[bool] = []
    rest(folder, fail).install()
    with pytest.raises(ImportError, match=r"late_one hasn't come yet.*\(no network\).*online"):
        importlib.import_module("late_one")
    online.append(True)
    assert importlib.import_module("late_one").here == 1


def test_a_cell_waits_for_the_rest_and_runs_without_it_too(folder: Path) -> None:
    asked: list[list[str]] = []

    async def load(names: list[str]) -> None:
        asked.append(names)
        if len(asked) == 1:
            raise OSError

    packages = Packages(load, folder / "none.json", rest(folder))
    for _ in range(2):
        assert packages.wanted("import queue") == [NAME]
        awaited(packages.bring([NAME]))
    assert packages.wanted("import queue") == []
    assert asked == [[NAME], [NAME]]
