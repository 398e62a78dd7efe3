"""Programs as learners write them: right ones pass, wrong ones get the right diagnosis.

`written/LESSON-EXERCISE.py` holds what learners write in place of the start's last function (or
of its class, if that function is given), each program below a line `# %% LABEL: HOW`. LABEL is the
mistake's slug, several joined by `+` where several are made, `right`, or `none` for a mistake that
no slug names. Nearly all were written before the checker had seen one.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.exercise import Exercise, all_exercises
from course.exercises.tell import MAYBE
from course.lessons import lessons_folder

WRITTEN = Path(__file__).parent / "written"
FILES = sorted(WRITTEN.glob("*.py"))
EXERCISES = dict(all_exercises(lessons_folder()))


@dataclass(frozen=True)
class Written:
    """A program, with what is wrong with it and how it is written."""

    label: str
    how: str
    code: str

    @property
    def slugs(self):
        return self.label.split("+")


def written(path):
    """Return the programs of a file, in its order."""
    _, *parts = re.split(r"^# %% (.+): (.+)\n", path.read_text(encoding="utf-8"), flags=re.M)
    return [Written(*parts[i : i + 3]) for i in range(0, len(parts), 3)]


def exercise_of(path):
    return Exercise(EXERCISES[path.stem.replace("-", "/", 1)])


def verdicts(path):
    """Return each program of a file and its verdict, with the start's functions that are given."""
    exercise, guard = exercise_of(path), Guard()
    return [  # in any time, however busy the machine is
        (one, check(exercise, given(exercise.start, one.code) + one.code, guard, seconds=60.0))
        for one in written(path)
    ]


def given(start, code):
    """Return what a program keeps of the start: all of it, or all before its last function."""
    last = f"\n{start}".rindex("\ndef ")
    return start[:last] if start[last : start.index("(", last) + 1] in code else start


def right_slugs(name, program):
    """Return which diagnoses are right: of two mistakes in a backward pass, the nearer alone."""
    return program.slugs[:1] if name == "backprop-backward" else program.slugs


@pytest.mark.parametrize("name", [path.stem for path in FILES])
def test_what_learners_write_is_judged_rightly(name):
    found = verdicts(WRITTEN / f"{name}.py")
    unjust = [(p, one) for p, one in found if (p.label == "right") != (one.result == "pass")]
    assert not unjust, said(unjust)
    wronged = [
        (p, one)
        for p, one in found
        if one.diagnosis not in (None, *right_slugs(name, p)) and not one.message.startswith(MAYBE)
    ]
    assert not wronged, said(wronged)
    named = [(p, one) for p, one in found if p.label not in ("right", "none")]
    missed = [(p, one) for p, one in named if one.diagnosis not in right_slugs(name, p)]
    assert len(missed) <= 0.1 * len(named), said(missed)


def said(found):
    """Return the programs and what was said of them, for the message of a failed test."""
    return "\n\n".join(f"{p.label}: {p.how}: {one.diagnosis}\n{one.message}" for p, one in found)


def wrong(path):
    return [program for program in written(path) if program.label != "right"]


def test_there_are_enough_programs():
    counts = [len(wrong(path)) for path in FILES]
    assert min(counts) >= 12
    assert sum(counts) >= 60


def test_every_label_is_a_known_mistake():
    for path in FILES:
        slugs = {mistake.slug for mistake in exercise_of(path).mistakes}
        for program in wrong(path):
            assert program.label == "none" or slugs.issuperset(program.slugs), program
