"""Small unforeseen changes to the solutions: the checker refuses them and never stumbles."""

import pytest
from mutants import mutants

from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.exercise import Exercise, all_exercises
from course.lessons import lessons_folder

EXERCISES = dict(all_exercises(lessons_folder()))


# Lines of mutants that are right too, with the reason: they may pass.
EQUIVALENT = {
    "perceptron/logic": {
        "OR = [2.0, 1.0, -0.5]": "more weight only lifts z where it has to be 0 or above",
        "OR = [5.0, 1.0, -0.5]": "as above",
        "OR = [1.0, 2.0, -0.5]": "as above",
        "OR = [1.0, 5.0, -0.5]": "as above",
        "NOT = [-2.0, 0.5]": "at 1, z only falls further below 0",
        "NOT = [-5.0, 0.5]": "as above",
    }
}


@pytest.mark.parametrize("name", EXERCISES)
def test_mutants_are_refused(name):
    exercise, guard = Exercise(EXERCISES[name]), Guard()
    solution = (EXERCISES[name] / "solution.py").read_text(encoding="utf-8")
    right = EQUIVALENT.get(name, {})
    wrong = [code for code in mutants(solution) if right.keys().isdisjoint(code.splitlines())]
    verdicts = {code: check(exercise, code, guard, seconds=1.0) for code in wrong}
    passed = [code for code, verdict in verdicts.items() if verdict.result == "pass"]
    assert len(verdicts) >= 5
    assert len(passed) <= 0.1 * len(verdicts), "\n\n".join(passed)
    assert all(verdict.message for verdict in verdicts.values())
