"""Small changes to a program: one that makes it right says where to look."""

import ast
import copy
import time

import pytest

from course.cells.guard import Guard
from course.cells.program import Program
from course.exercises.checker import check
from course.exercises.compare import compare
from course.exercises.exercise import Exercise, all_exercises
from course.exercises.mending.changes import MOST, changes
from course.exercises.mending.mend import mend
from course.exercises.mending.moves import ONE
from course.lessons import lessons_folder

EXERCISES = dict(all_exercises(lessons_folder()))

CHAIN = """
import nn

def chain_slope(x, weights):
    a, product = x, 1.0
    for w in weights:
        a = nn.sigmoid(w * a)
        product = product * w * a * (1 - a)
    return product
"""
LAYER = """
import numpy as np

def layer(x, W, b):
    z = np.zeros((len(x), len(W)))
    for i in range(len(x)):
        for j in range(len(W)):
            total = b[j]
            for k in range(x.shape[1]):
                total = total + x[i, k] * W[j, k]
            z[i, j] = total
    return z
"""
KEEP = """
def keep(losses, patience):
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best = epoch
            waited = -1
        waited += 1
        if waited == patience:
            break
    return best
"""
LOWEST = """
import nn

def best_temperature(z, y, temperatures):
    best, lowest = None, float('inf')
    for t in temperatures:
        loss = nn.cross_entropy(z / t, y)
        if loss < lowest:
            best, lowest = t, loss
    return best
"""
PICK = """
import numpy as np

def shortfall(z, y):
    result = np.zeros(len(z))
    for i in range(len(z)):
        result[i] = z[i].max() - z[i, y[i]]
    return result
"""
LOOK = "right on every input we tried: look at"
KINDS = [  # exercise, a right program, what is wrong in it, what is told
    (
        "activations/chain",
        CHAIN,
        ("    return product", "        return product"),
        "The `return` in line 9 is inside the loop, so the loop ends in its first round. Move it",
    ),
    (
        "activations/chain",
        CHAIN,
        (
            "a = nn.sigmoid(w * a)\n        product = product * w * a * (1 - a)",
            "product = product * w * a * (1 - a)\n        a = nn.sigmoid(w * a)",
        ),
        "Lines 7 and 8 are in the wrong order. Swap them.",
    ),
    ("activations/chain", CHAIN, ("* w *", "/ w *"), f"{LOOK} `product / w` in line 8."),
    (
        "activations/chain",
        CHAIN.replace("product = product *", "product *="),
        ("product *= w", "product /= w"),
        f"{LOOK} the operator in line 8, `product /= w * a * (1 - a)`.",
    ),
    (
        "forward/layer",
        LAYER.replace("total = total +", "total +="),
        ("            z[i, j] = total", "        z[i, j] = total"),
        "Line 11 comes after the loop, so it runs only once. Move it into the loop.",
    ),
    (
        "forward/layer",
        LAYER,
        ("b[j]\n", "b[j - 1]\n"),
        f"{LOOK} `j - 1` in line 8.",
    ),
    (
        "loss/repair",
        KEEP,
        ("            waited = -1", "        waited = -1"),
        "Line 8 runs whether the condition in line 6 is true or not. Move it into the `if`.",
    ),
    (
        "loss/repair",
        KEEP,
        ("        waited += 1", "            waited += 1"),
        "Line 9 runs only where the condition in line 6 is true. Move it out of the `if`.",
    ),
    (
        "loss/temperature",
        LOWEST.replace("best, lowest = None, float('inf')", "best = None\n    lowest = 9"),
        ("lowest = 9", "lowest = 0"),
        f"{LOOK} `0` in line 6.",
    ),
    (
        "arrays/pick",
        PICK,
        ("np.zeros(len(z))", "np.zeros(len(z), dtype=int)"),
        f"{LOOK} `np.zeros(len(z), dtype=int)` in line 5.",
    ),
    (
        "arrays/pick",
        PICK,
        ("    return result", "    result = result - 1\n    return result"),
        "Line 8 is one too many. Take it out.",
    ),
]


@pytest.mark.parametrize(("name", "right", "change", "told"), KINDS)
def test_what_has_no_name_is_told_where_it_is(name, right, change, told):
    exercise = Exercise(EXERCISES[name])
    assert check(exercise, right, Guard()).result == "pass"
    assert change[0] in right
    found = check(exercise, right.replace(*change), Guard(), seconds=60.0)
    assert found.result == "fail"
    assert found.diagnosis or told in found.message, found.message


@pytest.mark.parametrize("name", EXERCISES)
def test_changes_are_programs_each_of_its_own(name):
    exercise = Exercise(EXERCISES[name])
    made, last = [], ""
    for change in changes(exercise.solution, exercise.start):
        with_it = ast.unparse(change.tree)
        assert with_it != last
        last = with_it
        made.append(is_python(change.statement))
        assert change.said.startswith((ONE, "Line", "The `return`", "In line"))
    assert len(made) <= MOST
    assert sum(made) >= 0.95 * len(made)


def is_python(statement):
    """Return whether Python can compile a statement as it is."""
    try:
        compile(ast.Module([copy.deepcopy(statement)], []), "changed", "exec")
    except (SyntaxError, TypeError, ValueError):
        return False
    return True


def test_what_was_given_is_not_changed():
    given = "def helper(x):\n    return x + 1\n"
    own = "def mine(x):\n    return helper(x) - 1\n"
    assert names_changed(given + own, given) == {"mine"}
    assert names_changed(given + own) == {"helper", "mine"}


def names_changed(code, given=""):
    """Return the names of the functions that are changed."""
    return {getattr(change.statement, "name", "") for change in changes(code, given)}


def test_the_search_ends_when_its_time_is_over():
    exercise, guard = Exercise(EXERCISES["activations/chain"]), Guard()
    program = Program(CHAIN.replace("* w *", "/ w *"), "chain", guard, seconds=60.0)
    program.load()
    compared = compare(exercise.checks[0], program)
    assert mend(compared, exercise.start, guard, (), time.monotonic() + 60).change
    assert not mend(compared, exercise.start, guard, (), time.monotonic() - 1).change
