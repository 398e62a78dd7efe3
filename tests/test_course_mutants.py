"""Small unforeseen changes to the solutions: the checker refuses them and never stumbles."""

import ast

import pytest

from course.checker import check
from course.exercise import Exercise, all_exercises
from course.guard import Guard
from course.lessons import lessons_folder

EXERCISES = dict(all_exercises(lessons_folder()))

OPERATORS = [ast.Add, ast.Sub, ast.Mult, ast.Div]
COMPARISONS = [ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq]

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


def replacements(node, names):
    """Yield (attribute, new value) for each single change to one node."""
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        yield from (("op", new()) for new in OPERATORS if not isinstance(node.op, new))
    elif isinstance(node, ast.Compare):
        yield from (("ops", [new()]) for new in COMPARISONS if not isinstance(node.ops[0], new))
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield from (("value", new) for new in (node.value + 1, node.value - 1, node.value * 2 + 3))
    elif isinstance(node, ast.Return):
        yield "value", ast.Constant(None)
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
        yield from (("id", new) for new in names if new != node.id)


def mutants(source):
    """Yield the program with one change each."""
    tree = ast.parse(source)
    names = sorted({node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)})
    for node in list(ast.walk(tree)):
        for attribute, value in replacements(node, names):
            right = getattr(node, attribute)
            setattr(node, attribute, value)
            yield ast.unparse(tree)
            setattr(node, attribute, right)


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
