"""Exercises at build time: their hints, and whether they hold what they promise."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from builder.base.bootstrap import ROOT
from builder.base.errors import ContentError
from builder.base.kept import kept
from builder.base.tree import Content, digest
from builder.pages.content import ENGLISH, in_language, of_language
from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.exercise import Exercise
from course.exercises.mistakes import FILE
from course.exercises.tell import Verdict

PATIENCE = 60.0  # seconds to find out what is wrong, however busy the machine is
FILES = {"start.py", "solution.py", "check.py", "mistakes.py", "hints.md"}
TRANSLATED = {"hints.md", "mistakes.toml"}  # which have the language in their name


def hints(folder: Path) -> list[str]:
    """Return the hints of hints.md, one for each list item, as Markdown.

    Raises ContentError where there are none, or where the file is no plain list.
    """
    path = folder / "hints.md"
    if not path.is_file():
        raise ContentError(path, None, "this file is missing: write a list with one hint per item")
    return hint_list(path, path.read_text(encoding="utf-8"))


def hints_in(folder: Path, language: str) -> tuple[list[str], str]:
    """Return the hints in a language, or the English ones where there are none, and which it is.

    Raises ContentError where there are more or fewer than in English.
    """
    path, english = folder / in_language("hints.md", language), hints(folder)
    if language == ENGLISH or not path.is_file():
        return english, ENGLISH
    told = hint_list(path, path.read_text(encoding="utf-8"))
    if len(told) != len(english):
        raise ContentError(path, None, f"hints.md has {len(english)} hints, and this {len(told)}")
    return told, language


def hint_list(path: Path, text: str, first_line: int = 1) -> list[str]:
    """Return the items of a list of hints, which begins on a line of the file.

    Raises ContentError where there are none, or where the text is no plain list.
    """
    items: list[str] = []
    for number, line in enumerate(text.splitlines(), start=first_line):
        if line.startswith("- "):
            items.append(line[2:].strip())
        elif line.strip() and not (items and line.startswith("  ")):
            expected = "a hint begins with `- `, and its further lines with two spaces"
            raise ContentError(path, number, f"{expected}, not {line.strip()[:30]!r}")
        elif line.strip():
            items[-1] += f" {line.strip()}"
    if not items:
        raise ContentError(path, None, "there are no hints: write a list with one hint per item")
    return items


@cache
def our_python() -> str:
    """Return a digest of our Python that runs learners' code; it's the same for a whole build."""
    ours = (path for name in ("nn", "course") for path in (ROOT / "py" / name).rglob("*.py"))
    return digest({path.relative_to(ROOT).as_posix(): path for path in ours})


def with_our_python(paths: Iterable[Path]) -> dict[str, Content]:
    """Return these files and all that may run them, so that a digest changes with any of them."""
    named = {path.relative_to(path.parents[1]).as_posix(): path for path in paths}
    return {**named, "ours": our_python().encode()}


def check_files(folder: Path) -> None:
    """Refuse a file that no exercise has. Raises ContentError, naming it."""
    for path in sorted(folder.iterdir()):
        name, language = of_language(path.name)
        if name not in (TRANSLATED if language else FILES) and name != "__pycache__":
            raise ContentError(
                path, None, f"an exercise may only contain {', '.join(sorted(FILES))}"
            )


def verify(folder: Path) -> list[tuple[str, str]]:
    """Refuse an exercise whose solution fails, or whose start or known mistake passes.

    Returns what its known mistakes lead to: (file and line, #anchor). What has been verified is
    remembered until the exercise, the checker or `nn` changes.

    Raises:
        ValueError: the mistake's file and line, and what is wrong with it.
        ContentError: the file, and what is wrong with it.

    """
    paths = [path for path in folder.iterdir() if path.is_file()]
    files = with_our_python(paths)

    def run_all() -> bytes:
        exercise, guard = Exercise(folder), Guard()
        solved = check(exercise, exercise.solution, guard)
        if solved.result != "pass":
            raise ContentError(folder / "solution.py", solved.line, failure(solved))
        if check(exercise, exercise.start, guard).result == "pass":
            raise ContentError(
                folder / "start.py", None, "the start passes, so there's nothing left to do"
            )
        for mistake in exercise.mistakes:
            verdict = check(exercise, mistake.code, guard, searching=PATIENCE)
            if verdict.diagnosis != mistake.slug:
                found = (
                    "passes" if verdict.result == "pass" else f"is diagnosed as {verdict.diagnosis}"
                )
                raise ValueError(f"{folder / FILE}:{mistake.line}: {mistake.slug} {found}")
        seen = [(mistake.line, mistake.see) for mistake in exercise.mistakes if mistake.see]
        return json.dumps(seen).encode()

    seen = json.loads(kept(f"verified/{digest(files)}.json", run_all))
    return [(f"{folder / FILE}:{line}", see) for line, see in seen]


def failure(verdict: Verdict) -> str:
    """Say in one line why a solution fails: on which input, with both results."""
    said = [f"the solution doesn't pass: {verdict.message}"]
    if verdict.call is not None:
        said.append(f"{verdict.call} gives {verdict.actual} instead of {verdict.expected}")
    return " ".join(" ".join(said).split())
