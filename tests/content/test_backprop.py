"""The lesson on backpropagation: which of two mistakes is named, and right programs in any form."""

import itertools
import random

import pytest

from course.checker import check
from course.exercise import Exercise
from course.guard import Guard
from course.lessons import lesson_folder, lessons_folder

FOLDER = lesson_folder(lessons_folder(), "backprop")
GUARD = Guard()
BACKWARD = Exercise(FOLDER / "exercises" / "backward")


def verdict(exercise, code):
    return check(Exercise(FOLDER / "exercises" / exercise), code, GUARD)


# ---- two mistakes at once: the one nearest the output comes first ----


def pairs():
    """Yield (slugs of the nearest, both slugs, program) of every two mistakes that go together."""
    for one, other in itertools.combinations(BACKWARD.mistakes, 2):
        first, second = changes(one), changes(other)
        if first.keys().isdisjoint(second) and {one.slug, other.slug} not in NOT_TWO:
            near, far = sorted((one, other), key=lambda m: level(changes(m)))
            level_pair = level(first) == level(second)
            nearest = {one.slug, other.slug} if level_pair else {near.slug}
            yield nearest, f"{near.slug} and {far.slug}", program({**first, **second})


# Together these two are right, or another mistake.
NOT_TWO = [
    {"divided-twice", "not-divided"},
    {"bias-before-mask", "weights-before-mask"},
]
LINES = ["dz2", "dW2", "db2", "da1", "dz1", "dW1", "db1", "return"]
LEVELS = {"return": -1, "dz2": 0, "dW2": 1, "db2": 1, "da1": 2, "dz1": 3, "dW1": 4, "db1": 4}


def lines(code):
    """Return the lines of backward by what they compute; what stands between goes to the next."""
    found, before = {}, ""
    for text in (
        code.rpartition("def backward")[2].split("    z1, a1, z2, p = ")[1].splitlines()[1:]
    ):
        name = text.split()[0] if text.split() else ""
        before += text + "\n"
        if name in LINES:
            found[name], before = before, ""
    return found


def changes(mistake):
    right = lines(BACKWARD.solution)
    return {name: text for name, text in lines(mistake.code).items() if text != right[name]}


def level(changed):
    """Return how far from the output the changed lines begin; dW and db of a layer are level."""
    return min(LEVELS[name] for name in changed)


def program(changed):
    head = BACKWARD.solution.partition("    dz2 = ")[0]
    return head + "".join({**lines(BACKWARD.solution), **changed}.values())


PAIRS = random.Random(1).sample(list(pairs()), 20)


@pytest.mark.parametrize(("nearest", "made", "code"), PAIRS, ids=[made for _, made, _ in PAIRS])
def test_of_two_mistakes_the_one_nearest_the_output_is_named(nearest, made, code):
    found = check(BACKWARD, code, GUARD)
    assert found.result == "fail"
    assert found.diagnosis in nearest, found.message
