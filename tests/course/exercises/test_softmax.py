"""A softmax that overflows is refused wherever an exercise takes one."""

import pytest

from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.exercise import Exercise
from course.lessons import lessons_folder, part

STABLE = "{0} - {0}.max(axis=1, keepdims=True)"
OVERFLOWS = [
    "{0} + {0}.max(axis=1, keepdims=True)",
    "{0} - {0}.min(axis=1, keepdims=True)",
    "{0} - {0}.max()",
    "{0} - {0}.min()",
    "{0} - {0}.max(axis=0)",
    "{0} * {0}.max(axis=1, keepdims=True)",
]
RIGHT = ["{0}", "{0} - {0}.max(axis=-1)[:, None]", "{0} - {0}.max(1).reshape(-1, 1)"]
EXERCISES = ("backward", "forward", "repair", "train")


def verdict(name, formula):
    exercise = Exercise(part(lessons_folder(), "backprop", "exercises", name))
    z = "z2" if STABLE.format("z2") in exercise.solution else "z"
    code = exercise.solution.replace(STABLE.format(z), formula.format(z))
    assert code != exercise.solution
    return check(exercise, code, Guard(), seconds=60.0)


@pytest.mark.parametrize("name", EXERCISES)
@pytest.mark.parametrize("formula", OVERFLOWS)
def test_a_softmax_that_overflows_is_refused(name, formula):
    assert verdict(name, formula).result == "fail"


@pytest.mark.parametrize("name", EXERCISES)
@pytest.mark.parametrize("formula", RIGHT)
def test_a_softmax_that_is_right_where_a_lesson_has_got_to_passes(name, formula):
    assert verdict(name, formula).result == "pass"
