"""Small unforeseen changes to the solutions: the checker refuses them and never stumbles."""

import ast
import re

import pytest

from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.exercise import Exercise, all_exercises
from course.lessons import lessons_folder
from tests.mutants import mutants

EXERCISES = dict(all_exercises(lessons_folder()))

# New lines of mutants that are right too, with the reason: only these may pass.
EQUIVALENT = {
    r"if p\.ndim >= 2": "a parameter has one axis or two",
    r"zip\([\w, ]+(, strict=False)?\):": "both are equally long",
    r"/ len\([yz]\)$|range\(0, len\(y\)|arange\(len\([yz]\)\)": "there are as many labels as rows",
    r"\(z1 >= 0\)|z >= 0, 1\.0, 0\.0|if self\.data >= 0": "the slope at exactly 0 is a convention",
    r"where\(z > 0, 1, e\)": "at 0 both sides are 1/2",
    r"if wrong <= 0|if waited >= patience": "a count never goes past it",
    r"(slopes|z) = np\.ones": "every element is overwritten",
    r"self\.level = ([25] \+ |1 \+ .*, default=(-1|1|3)\))": "a node stays above its parents",
    r"range\(len\(gradients\)\)": "there are as many gradients as parameters",
    r"OR = \[([25]\.0, 1\.0|1\.0, [25]\.0), -0\.5\]": "more weight lifts z where it is above 0",
    r"NOT = \[-[25]\.0, 0\.5\]": "at 1, z only falls further below 0",
}


@pytest.mark.parametrize("name", EXERCISES)
def test_all_mutants_are_refused_but_equivalent_ones(name):
    exercise, guard = Exercise(EXERCISES[name]), Guard()
    exercise.mistakes = []  # what has no name takes the way to a message that can stumble
    right = ast.unparse(ast.parse(exercise.solution))
    wrong = set(mutants(exercise.solution)) - {right}
    verdicts = {code: check(exercise, code, guard, seconds=1.0, searching=0) for code in wrong}
    passed = [new_lines(code, right) for code, v in verdicts.items() if v.result == "pass"]
    assert len(verdicts) >= 5
    assert not [line for line in passed if not re.search("|".join(EQUIVALENT), line)]
    assert all(verdict.message for verdict in verdicts.values())


def new_lines(code, right):
    return "\n".join(line for line in code.splitlines() if line not in right.splitlines())
