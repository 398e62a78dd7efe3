"""Finds lessons and pages, their figures and their exercises, in a checkout and in the browser.

A lesson is a folder `lessons/NN-slug`; a page without a number is a folder `pages/SLUG` beside
`lessons`, and may hold the same.
"""

import importlib.util
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
FOLDER = re.compile(r"\d\d-(?P<slug>.+)")


complete: Callable[[], None] | None = None  # how the page brings what has not come yet


def lessons_folder() -> Path:
    """Return the folder of all lessons: the page's, the checkout's, or the wheel's.

    Raises FileNotFoundError when none is there.
    """
    package = Path(__file__).parent
    beside = package.parent
    sites = (beside, beside.parent / "site", package / "site")
    for folder in (site / "lessons" for site in sites):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no folder of lessons at {beside} or above it")


def slug_of(folder: Path) -> str:
    """Return the slug of a lesson's folder NN-slug; another folder's name is its slug."""
    numbered = FOLDER.fullmatch(folder.name)
    return numbered["slug"] if numbered else folder.name


def page_folders(lessons: Path) -> list[Path]:
    """Return the folders of all lessons, in their order, then of the pages without a number."""
    numbered = [path for path in sorted(lessons.iterdir()) if FOLDER.fullmatch(path.name)]
    return [*numbered, *sorted(lessons.parent.glob("pages/*"))]


def lesson_folder(lessons: Path, slug: str) -> Path:
    """Return the folder of a lesson or a page.

    Raises ValueError, with the slugs there are, if there is none.
    """
    found = {slug_of(path): path for path in page_folders(lessons)}
    if slug not in found:
        raise ValueError(f"there is no lesson {slug!r}; there are {', '.join(found)}")
    return found[slug]


def part(lessons: Path, slug: str, kind: str, name: str) -> Path:
    """Return `figures/NAME.py`, `exercises/NAME` or `data/NAME.npz` of a lesson, as kind says.

    Raises ValueError, with the names there are, if there is none.
    """
    try:
        return _part(lessons, slug, kind, name)
    except ValueError:
        if complete is None:
            raise
    complete()
    return _part(lessons, slug, kind, name)


def _part(lessons: Path, slug: str, kind: str, name: str) -> Path:
    folder = lesson_folder(lessons, slug) / kind
    known = {path.stem: path for path in sorted(folder.glob("*")) if NAME.fullmatch(path.stem)}
    if name not in known:
        there = ", ".join(known) or "none"
        raise ValueError(f"lesson {slug} has no {name!r} in {kind}; there are: {there}")
    return known[name]


def load(path: Path) -> ModuleType:
    """Run a lesson's Python file and return it as a module. Raises what the file raises."""
    spec = importlib.util.spec_from_file_location(f"lesson_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
