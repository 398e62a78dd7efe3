"""Programs by someone who had not seen the known mistakes, labelled before any was tried.

The files are as they were before the first run, and stay so: early.json and late.json, and later,
after what those had shown was mended, second-early.json and second-late.json. since.json has the
slugs of known mistakes that came later, or got another text, and that are true of a program.

`python -m tests.course.exercises.blind.corpus [SECONDS [FILE [NAME ...]]]` checks them all, or
those of the named files, prints how they are judged, lesson by lesson, and writes each program with
its verdict to FILE, as JSON.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from course.cells.guard import Guard
from course.exercises.checker import SECONDS, check
from course.exercises.exercise import Exercise, all_exercises
from course.exercises.tell import Verdict
from course.lessons import lessons_folder

FOLDER = Path(__file__).parent
FILES = ("early.json", "late.json", "second-early.json", "second-late.json")
PROCESSES = 2
COLUMNS = (
    ("right", "passed"),
    ("right", "refused"),
    ("wrong", "passed"),
    ("named", "at once"),
    ("named", "wrongly"),
    ("named", "no name"),
    ("nameless", "at once"),
    ("nameless", "no name"),
    ("nameless", "wrongly"),
    ("two", "at once"),
    ("two", "wrongly"),
    ("two", "no name"),
)


@dataclass(frozen=True)
class Blind:
    """A program and its labels; names: the slugs whose message is true of it; since: later ones."""

    exercise: str
    right: bool
    name: str
    what: str
    program: str
    names: Sequence[str]
    two: bool
    note: str = ""
    since: Sequence[str] = ()

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.exercise}: {self.name}"

    @property
    def kind(self) -> str:
        """What it is to be: right, one mistake that has a name or none, or two."""
        if self.right:
            return "right"
        return "two" if self.two else "named" if self.names else "nameless"

    def judged(self, verdict: Verdict) -> tuple[str, str]:
        """Return one of COLUMNS."""
        if verdict.result == "pass" or self.right:
            passed = "passed" if verdict.result == "pass" else "refused"
            return "right" if self.right else "wrong", passed
        if verdict.diagnosis is None:
            return self.kind, "no name"
        return self.kind, "at once" if self.fits(verdict) else "wrongly"

    def fits(self, verdict: Verdict) -> bool:
        """Return whether the mistake that is named is one that it makes."""
        return verdict.diagnosis in (*self.names, *self.since)


def programs(names: Sequence[str] = FILES) -> list[Blind]:
    """Return the programs of these files."""
    since = read("since.json")
    ones = [Blind(**one) for name in names for one in read(name)]
    return [replace(one, since=since.get(one.key, ())) for one in ones]


def read(name: str) -> Any:
    """Return what a file of this folder has."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


@lru_cache(maxsize=2)
def exercise_of(name: str) -> Exercise:
    """Return an exercise by its full name."""
    return Exercise(dict(all_exercises(lessons_folder()))[name])


def verdict(one: Blind, seconds: float = SECONDS, searching: float | None = None) -> Verdict:
    """Return what the checker says of a program."""
    return check(exercise_of(one.exercise), one.program, Guard(), seconds, searching)


def table(found: Sequence[tuple[Blind, Verdict]]) -> Iterator[str]:
    """Yield how many of each lesson's programs are judged in each way."""
    counts: dict[str, Counter[Any]] = {}
    for one, said in found:
        for group in (one.exercise.partition("/")[0], "all"):
            counts.setdefault(group, Counter())[one.judged(said)] += 1
    yield " | ".join(["lesson", *map(" ".join, COLUMNS)])
    for group, counted in sorted(counts.items(), key=lambda item: item[0] == "all"):
        yield " | ".join([group, *(str(counted[column]) for column in COLUMNS)])


def main() -> None:
    """Check all programs and tell."""
    seconds, file, *names = [*sys.argv[1:], "", ""][: max(2, len(sys.argv) - 1)]
    ones = programs(names or FILES)
    within = partial(verdict, searching=float(seconds or SECONDS))
    with ProcessPoolExecutor(PROCESSES) as pool:
        found = list(zip(ones, pool.map(within, ones, chunksize=8), strict=True))
    print("\n".join(table(found)))
    if file:
        kept = [{**asdict(one), "verdict": asdict(said)} for one, said in found]
        Path(file).write_text(json.dumps(kept, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
