"""Exercises at build time: their hints, and whether they hold what they promise."""

from __future__ import annotations

from pathlib import Path

from builder.base.bootstrap import ROOT
from builder.base.kept import kept
from builder.base.tree import Content, digest
from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.exercise import Exercise


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
        for path in sorted(folder.glob("*.py")):
            if path.stem != "check":
                verdict = check(exercise, path.read_text(encoding="utf-8"), guard)
                _compare(folder, path.stem, verdict.result, verdict.diagnosis)
        return b"verified"

    kept(f"verified/{digest(files)}", run_all)


def _compare(folder: Path, name: str, result: str, diagnosis: str | None) -> None:
    if name == "solution":
        if result != "pass":
            raise ValueError(f"exercise {folder.name}: the solution does not pass")
    elif result == "pass":
        raise ValueError(f"exercise {folder.name}: {name}.py passes")
    elif name.startswith("wrong_") and diagnosis != name.removeprefix("wrong_"):
        raise ValueError(f"exercise {folder.name}: {name}.py is diagnosed as {diagnosis}")
