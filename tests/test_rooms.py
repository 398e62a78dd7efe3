"""Who may import whom: a room uses those below it, held by reading every file."""

from __future__ import annotations

import ast
import posixpath
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from builder.base.bootstrap import ROOT
from builder.base.places import ROOMS, SITE

PY = ROOT / "py"
BROWSER = {"js", "pyodide", "pyodide_js", "pyscript"}
ALLOWED = {"nn": {"numpy", "nn"}, "course": {"numpy", "nn", "course"}}
MEETS_THE_WORKER = Path("course/worker.py")
DRAWS_FOR_MATPLOTLIB = Path("course/cells/plots.py")  # loaded by Matplotlib alone
RUNS_AT_HOME = Path("course/home/program/train.py")  # a text for the page, which never imports it

# From the ground up; rooms of one floor don't import each other.
COURSE = (
    ("lessons",),
    ("samples",),
    ("cells", "figures"),
    ("exercises", "project", "quiz"),
    ("home",),
    ("bridge", "check", "notebook"),
    ("worker",),
)
BUILDER = (("base",), ("parts",), ("pages",), ("site",), ("tools", "serving"), ("commands",))
PAGE = (
    ("kit",),
    ("python", "offline", "pad", "progress", "quiz", "reading"),
    ("cells", "figures"),
    ("exercises", "project"),
    ("home",),
    ("frame",),
)

Floors = tuple[tuple[str, ...], ...]


def floor(floors: Floors, room: str) -> int:
    return next(i for i, rooms in enumerate(floors) if room in rooms)


def upward(floors: Floors, room: str, used: Iterable[str]) -> set[str]:
    """The rooms that this one may not use: on its own floor, or above."""
    return {other for other in set(used) - {room} if floor(floors, other) >= floor(floors, room)}


# ---- Python


def modules(source: str) -> Iterator[str]:
    """Yield the full name of all that a file imports, also what it imports for types alone."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name their package"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def breaches(path: Path, source: str) -> set[str]:
    """What a file of py/ may not import, given its path below it."""
    found = list(modules(source))
    names = {name.partition(".")[0] for name in found} - sys.stdlib_module_names
    if path == RUNS_AT_HOME:
        names -= {"torch"}
    forbidden = names & {"torch", "training"}
    if path != MEETS_THE_WORKER:
        forbidden |= names & BROWSER
    allowed = ALLOWED.get(path.parts[0])
    if path == DRAWS_FOR_MATPLOTLIB:
        names -= {"matplotlib"}
    forbidden |= names - allowed - BROWSER if allowed else set()
    for package, floors in (("course", COURSE), ("builder", BUILDER)):
        if path.parts[0] == package and path.name != "__init__.py":
            used = (name.split(".")[1] for name in found if name.startswith(f"{package}."))
            forbidden |= upward(floors, Path(path.parts[1]).stem, used)
    return forbidden


FILES = [path.relative_to(PY) for path in sorted(PY.rglob("*.py"))]


@pytest.mark.parametrize("path", FILES, ids=str)
def test_python_imports_only_from_below(path: Path) -> None:
    assert not breaches(path, (PY / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("nn/x.py", "import course"),
        ("nn/x.py", "from torch import nn"),
        ("nn/x.py", "def f():\n    import scipy.special"),
        ("course/figures/x.py", "import jinja2"),
        ("course/figures/x.py", "from js import document"),
        ("course/figures/x.py", "from course.cells import guard"),
        ("course/cells/x.py", "def f():\n    from course.exercises.checker import check"),
        ("course/samples.py", "import course.cells.guard"),
        ("course/home/x.py", "from course import bridge"),
        ("builder/site/x.py", "import pyodide.ffi"),
        ("builder/site/x.py", "from training import model"),
        ("builder/base/x.py", "from builder.parts import pinned"),
    ],
)
def test_a_breach_in_python_is_found(path: str, source: str) -> None:
    assert breaches(Path(path), source)


def test_all_packages_are_looked_at() -> None:
    assert {path.parts[0] for path in FILES} == {"nn", "course", "builder"}


# ---- JavaScript

IMPORT = re.compile(r"""(?:from|import)\s*\(?\s*["'](\.[^"']+)["']""")  # of types too


def page_breaches(path: str, source: str) -> set[str]:
    """The rooms that a module may not use, given its path below site/."""
    folder = posixpath.dirname(path)
    used = {
        posixpath.normpath(posixpath.join(folder, name)).split("/")[0]
        for name in IMPORT.findall(source)
    }
    return upward(PAGE, path.split("/")[0], used)


SCRIPTS = [
    path.relative_to(SITE).as_posix()
    for room in ROOMS
    for path in sorted((SITE / room).rglob("*.js"))
]


@pytest.mark.parametrize("path", SCRIPTS)
def test_javascript_imports_only_from_below(path: str) -> None:
    assert not page_breaches(path, (SITE / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("kit/x.js", 'import { a } from "../python/service.js";'),
        ("quiz/x.js", 'import {\n  a,\n} from "../progress/done.js";'),
        ("cells/x.js", '/** @type {import("../frame/services.js").Services} */'),
        ("project/draw/x.js", 'const later = () => import("../../home/folder.js");'),
    ],
)
def test_a_breach_in_javascript_is_found(path: str, source: str) -> None:
    assert page_breaches(path, source)


def test_every_room_of_the_page_has_its_floor() -> None:
    assert {room for rooms in PAGE for room in rooms} == set(ROOMS)
    unsorted = {path.name for path in SITE.iterdir() if path.is_dir()} - set(ROOMS)
    assert unsorted == {"lessons", "pages"}


# The project's components have its state from its service alone: no store, no Python of their own.
STATE = re.compile(r"(kit/(?:store|keep)|python/service|progress/done|project/state/.*)\.js$")
COMPONENTS = [path for path in SCRIPTS if re.match(r"project/(?!state/)\w+/|home/take-home", path)]
HELPERS = {
    "project/state/drawing.js",
    "project/state/images.js",
}  # functions; the state is no one's


def owned(path: str, source: str) -> set[str]:
    """What a component imports, or reaches for, of the state that is the service's."""
    plain = re.sub(r"/\*\*.*?\*/", "", source, flags=re.DOTALL)  # types of the state are fine
    folder = posixpath.dirname(path)
    used = {posixpath.normpath(posixpath.join(folder, name)) for name in IMPORT.findall(plain)}
    services = set(re.findall(r"@property \{import\(\"(.+?)\"\)", source))
    used |= {posixpath.normpath(posixpath.join(folder, name)) for name in services}
    reached = set(re.findall(r"\b(?:indexedDB|localStorage)\b|project\.(?:python|store)\b", plain))
    return {name for name in used if STATE.search(name)} - HELPERS | reached


@pytest.mark.parametrize("path", COMPONENTS)
def test_a_component_of_the_project_talks_to_its_service_alone(path: str) -> None:
    assert not owned(path, (SITE / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "source",
    [
        'import { createStore } from "../../kit/store.js";',
        'import { finish } from "../../progress/done.js";',
        'import { Runs } from "../state/runs.js";',
        '/** @property {import("../../python/service.js").Python} python */',
        "this.project.store.get(key)",
        "indexedDB.open(name)",
    ],
)
def test_state_beside_the_service_is_found(source: str) -> None:
    assert owned("project/draw/x.js", source)


# ---- Size

CORRIDOR = 20  # files of one kind in a folder that people navigate
MAY_GROW = {"questions", "exercises", "training"}  # training/ has 23


@pytest.mark.parametrize("top", ["py", "site", "tests"])
def test_no_folder_is_a_corridor(top: str) -> None:
    for folder in [ROOT / top, *(path for path in (ROOT / top).rglob("*") if path.is_dir())]:
        files = [path for path in folder.iterdir() if path.suffix in (".py", ".js")]
        assert len(files) <= CORRIDOR or folder.name in MAY_GROW, folder
