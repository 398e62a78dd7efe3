"""What every message holds to: its names, its example, its length, and one thing to try."""

import re
import statistics

import pytest

from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.exercise import Exercise
from course.exercises.relations import FORMULAS, SHAPES
from course.exercises.words import listed, sentences
from tests.course.exercises.wording import EXERCISES, KNOWN, TO_DO, WORD, code_in, given

SAID = {("loss/temperature", "multiplied"): {"t"}}  # "for each `t` in the list": it says what t is


@pytest.mark.parametrize("name", EXERCISES)
def test_no_message_has_a_name_that_only_the_solution_has(name):
    exercise = Exercise(EXERCISES[name])
    of_solution = set(WORD.findall(exercise.solution)) - given(name) - KNOWN
    said = {m.slug: code_in(m.reason) & of_solution for m in exercise.mistakes}
    wrong = {slug: names - SAID.get((name, slug), set()) for slug, names in said.items()}
    assert not {slug: names for slug, names in wrong.items() if names}


@pytest.mark.parametrize("said", [said for _, said in (*SHAPES, *FORMULAS)])
def test_a_relation_ends_with_one_thing_to_try(said):
    *_, step = sentences(said.lstrip("; ."))
    assert TO_DO.match(step) or step.startswith("the numbers themselves"), said


@pytest.mark.parametrize("name", EXERCISES)
def test_a_message_of_a_known_mistake_is_no_telegram_and_no_lecture(name):
    mistakes = Exercise(EXERCISES[name]).mistakes
    words = [len(mistake.reason.split()) for mistake in mistakes]
    assert min(words) >= 18
    assert max(words) <= 60
    assert statistics.median(words) >= 28
    assert not [mistake.slug for mistake in mistakes if len(sentences(mistake.reason)) < 2]


@pytest.mark.parametrize(
    ("name", "changes", "slug", "shows"),
    [
        (  # dividing by n shows in a batch of two or more only
            "backprop/repair",
            [("(p - y) / len(x)", "p - y"), ("a1 * (1 - a1)", "a1")],
            "not-divided",
            r"x=array\(\[\[.*\],\n",
        ),
        (  # a forgotten ReLU shows where z is negative only
            "backprop/forward",
            [("np.maximum(z1, 0)", "z1"), ("axis=1", "axis=0")],
            "relu-forgotten",
            r"expected: \(array\(\[\[[^\]]*-",
        ),
        (  # the border shows where z is 0 only
            "perceptron/predict",
            [("z >= 0", "z > 0"), ("+ b", "- b")],
            "bias-subtracted",
            r"b=-?[0-9.]+\)\n",
        ),
    ],
)
def test_of_two_mistakes_the_one_that_is_told_shows_in_the_example(name, changes, slug, shows):
    exercise = Exercise(EXERCISES[name])
    code = exercise.solution
    for old, new in changes:
        assert old in code
        code = code.replace(old, new)
    found = check(exercise, code, Guard(), seconds=60.0)
    assert found.diagnosis == slug, found.message
    assert re.search(shows, found.message), found.message


@pytest.mark.parametrize(
    ("text", "count"),
    [("One. Two.", 2), ("Use `x.T` here. Is it so? Yes.", 3), ("A (`[...]`). `np` is it.", 2)],
)
def test_sentences_are_counted(text, count):
    assert len(sentences(text)) == count


def test_words_are_listed():
    assert [listed(list("abc"[:n])) for n in (1, 2, 3)] == ["a", "a and b", "a, b, and c"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("return x", "It's `x`, exactly as it came in"),
        ("for row in x:\n        row = row / sum(row)\n    return x", "It's `x`, exactly"),
        ("return 0 * x", "Wherever it's wrong, it gives 0.0"),
        ("return 0 * x + 1", "Wherever it's wrong, it gives 1.0"),
    ],
)
def test_what_many_mistakes_lead_to_is_told_as_it_is(body, told):
    code = f"def shares(x):\n    {body}\n"
    verdict = check(Exercise(EXERCISES["arrays/row-sums"]), code, Guard())
    assert verdict.diagnosis is None
    assert verdict.message.startswith(told)
