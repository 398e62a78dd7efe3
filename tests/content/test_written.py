"""Programs as learners write them: right ones pass, wrong ones get the right diagnosis.

`written/LESSON-EXERCISE/LABEL--HOW.py` holds what a learner writes in place of the start's last
function. LABEL is the mistake's slug, several joined by `+` where several are made, `right`, or
`none` for a mistake that no slug names. Nearly all were written before the checker had seen one.
"""

from pathlib import Path

import pytest

from course.cells.guard import Guard
from course.exercises.checker import MAYBE, check
from course.exercises.exercise import Exercise, all_exercises
from course.lessons import lessons_folder

WRITTEN = Path(__file__).parent / "written"
EXERCISES = dict(all_exercises(lessons_folder()))


def label(path):
    return path.stem.partition("--")[0]


def wrong(folder):
    return [path for path in sorted(folder.glob("*.py")) if label(path) != "right"]


def verdicts(folder):
    """Yield (file, verdict) of each program, with the start's functions that are given."""
    exercise, guard = Exercise(EXERCISES[folder.name.replace("-", "/", 1)]), Guard()
    given = exercise.start[: exercise.start.rindex("\ndef ") + 1]
    for path in sorted(folder.glob("*.py")):
        code = given + path.read_text(encoding="utf-8")
        yield path, check(exercise, code, guard, seconds=60.0)  # however busy the machine is


def right_slugs(path):
    """Return which diagnoses are right: of two mistakes in a backward pass, the nearer alone."""
    slugs = label(path).split("+")
    return slugs[:1] if path.parent.name == "backprop-backward" else slugs


@pytest.mark.parametrize("name", sorted(folder.name for folder in WRITTEN.iterdir()))
def test_what_learners_write_is_judged_rightly(name):
    found = list(verdicts(WRITTEN / name))
    unjust = [
        (path, one) for path, one in found if (label(path) == "right") != (one.result == "pass")
    ]
    assert not unjust, said(unjust)
    wronged = [
        (path, one)
        for path, one in found
        if one.diagnosis not in (None, *right_slugs(path)) and not one.message.startswith(MAYBE)
    ]
    assert not wronged, said(wronged)
    named = [(path, one) for path, one in found if label(path) not in ("right", "none")]
    missed = [(path, one) for path, one in named if one.diagnosis not in right_slugs(path)]
    assert len(missed) <= 0.1 * len(named), said(missed)


def said(found):
    """Return the programs and what was said of them, for the message of a failed test."""
    return "\n\n".join(f"{path.name}: {one.diagnosis}\n{one.message}" for path, one in found)


def test_there_are_enough_programs():
    counts = {folder.name: len(wrong(folder)) for folder in WRITTEN.iterdir()}
    assert min(counts.values()) >= 12
    assert sum(counts.values()) >= 60


def test_every_label_is_a_known_mistake():
    for folder in WRITTEN.iterdir():
        exercise = Exercise(EXERCISES[folder.name.replace("-", "/", 1)])
        slugs = {mistake.slug for mistake in exercise.mistakes}
        for path in wrong(folder):
            assert label(path) == "none" or slugs.issuperset(label(path).split("+")), path
