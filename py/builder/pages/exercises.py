"""Exercises at build time: their hints, and whether they hold what they promise."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from builder.base.bootstrap import ROOT
from builder.base.kept import kept
from builder.base.tree import Content, digest
from builder.pages.content import Page
from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.exercise import Exercise
from course.exercises.mistakes import FILE, read_mistakes


def hints(folder: Path) -> list[str]:
    """Return the hints of hints.md, one a list item, as Markdown."""
    text = (folder / "hints.md").read_text(encoding="utf-8")
    return [" ".join(item.split()) for item in ("\n" + text).split("\n- ")[1:]]


def verify(folder: Path) -> None:
    """Refuse an exercise whose solution fails, or whose start or known mistake passes.

    What has been verified is remembered until the exercise, the checker or `nn` changes.

    Raises:
        ValueError: the exercise, and what is wrong with it.

    """
    paths = [path for path in folder.iterdir() if path.is_file()]
    paths += [path for name in ("nn", "course") for path in (ROOT / "py" / name).rglob("*.py")]
    files: dict[str, Content] = {f"{path.parent.name}/{path.name}": path for path in paths}

    def run_all() -> bytes:
        exercise, guard = Exercise(folder), Guard()
        if check(exercise, exercise.solution, guard).result != "pass":
            raise ValueError(f"exercise {folder.name}: the solution does not pass")
        if check(exercise, exercise.start, guard).result == "pass":
            raise ValueError(f"exercise {folder.name}: start.py passes")
        for mistake in exercise.mistakes:
            verdict = check(exercise, mistake.code, guard)
            if verdict.diagnosis != mistake.slug:
                found = (
                    "passes" if verdict.result == "pass" else f"is diagnosed as {verdict.diagnosis}"
                )
                raise ValueError(f"{folder / FILE}:{mistake.line}: {mistake.slug} {found}")
        return b"verified"

    kept(f"verified/{digest(files)}", run_all)


def links(pages: Iterable[Page]) -> list[tuple[str, str]]:
    """Return what the known mistakes lead to: (file and line, address below the site's root)."""
    return [
        (f"{folder / FILE}:{mistake.line}", f"{page.address}{mistake.see}")
        for page in pages
        for folder in (page.folder / "exercises" / name for name in page.exercises)
        for mistake in read_mistakes(folder)
        if mistake.see
    ]
