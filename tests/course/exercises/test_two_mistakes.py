"""Two mistakes at once: one of them is named, and it is one that the program makes."""

import ast

import pytest

from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.exercise import Exercise
from course.exercises.recipe import Recipe
from course.lessons import lessons_folder, part

PAIRS = [
    ("forward/layer", ("x @ W.T", "x @ W"), ("+ b", ""), None),
    (
        "activations/collapse",
        ("W2 @ W1", "W1 @ W2"),
        ("b1 @ W2.T", "b1"),
        ("order-and-biases", "product-order"),
    ),
    ("backprop/forward", ("np.maximum(z1, 0)", "z1"), ("axis=1", "axis=0"), "relu-forgotten"),
    ("backprop/forward", (" + b1", ""), ("np.maximum(z1, 0)", "z1"), "b1-forgotten"),
    ("backprop/repair", ("p - y) / len(x)", "p - y)"), ("a1 * (1 - a1)", "a1"), "not-divided"),
    (
        "backprop/train",
        ("parameters[k] -= learning_rate * gradients[k]", "parameters[k] += gradients[k]"),
        ("return parameters, losses", "return parameters, losses"),
        ("sign-of-update", "learning-rate-left-out"),
    ),
]


@pytest.mark.parametrize(("name", "first", "second", "slug"), PAIRS)
def test_one_of_two_mistakes_is_named(name, first, second, slug):
    lesson, _, folder = name.partition("/")
    exercise = Exercise(part(lessons_folder(), lesson, "exercises", folder))
    code = exercise.solution
    for old, new in (first, second):
        assert old in code
        code = code.replace(old, new)
    found = check(exercise, code, Guard(), seconds=60.0)
    assert found.result == "fail"
    if slug:
        assert found.diagnosis in ([slug] if isinstance(slug, str) else slug), found.message


SOLUTION = '''
def scale(x, rate):
    """Return x, scaled and shifted."""
    y = x * rate
    z = y + 1
    return z
'''


@pytest.mark.parametrize(
    ("one", "other", "made"),
    [
        (("x * rate", "x"), ("y + 1", "y"), "def scale(x, rate):\n    return x"),
        (("x * rate", "x / rate"), ("x * rate", "-x * rate"), "return -x / rate + 1"),
        (("y + 1", "y - 1"), ("return z", "return -z"), "return -(x * rate - 1)"),
        (("x * rate", "x"), ("x * rate", "x + 1"), None),
    ],
)
def test_what_two_mistakes_change_is_merged(one, other, made):
    recipe = Recipe(SOLUTION)
    edits = [edit for change in (one, other) for edit in recipe.edits(SOLUTION.replace(*change))]
    merged = recipe.merged(edits)
    assert (merged is None) if made is None else (made in ast.unparse(ast.parse(merged)))
