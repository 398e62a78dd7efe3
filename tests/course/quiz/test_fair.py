"""What makes a whole quiz fair: lengths, versions, cases."""

from dataclasses import replace

import pytest

from course.figures.svg import Svg
from course.quiz.fair import asked, key_is_longest, refuse_telling_lengths, refuse_twins
from course.quiz.items import Bug, Choice, Numeric, Option, Order, Place, Several, Slip, load_items

SEE = "perceptron#one-neuron"
WRONG = (Option("bb", "No.", "one"), Option("cc", "No.", "two"))


def choice(key, *wrong):
    options = tuple(Option(text, "No.", f"slip-{i}") for i, text in enumerate(wrong))
    return Choice("?", Option(key, "Yes."), options, SEE)


def test_how_surely_the_longest_option_is_a_key():
    assert key_is_longest(choice("long", "a", "b", "c")) == (1, 0.25)
    assert key_is_longest(choice("a", "long", "b")) == (0, 1 / 3)
    assert key_is_longest(choice("ab", "cd", "e", "f")) == (0.5, 0.25)
    assert key_is_longest(choice("`a`", "bc", "$d$")) == (0, 1 / 3)  # marks aren't seen
    several = Several("?", (Option("aaa", "Yes."), Option("b", "Yes.")), WRONG, SEE)
    assert key_is_longest(several) == (1, 0.5)
    assert key_is_longest(Numeric("?", 1.0, 0, "So.", (), SEE)) is None


@pytest.mark.parametrize(
    ("longest", "others", "message"),
    [(10, 0, "too often"), (5, 5, "too often"), (0, 10, "too rarely"), (1, 9, "too rarely")],
)
def test_lengths_that_tell_the_key_are_refused(longest, others, message):
    items = longest * [choice("long", "a", "b", "c")] + others * [choice("a", "long", "b", "c")]
    with pytest.raises(ValueError, match=message):
        refuse_telling_lengths(items)


@pytest.mark.parametrize(("longest", "others"), [(1, 3), (3, 7), (2, 8), (0, 0)])
def test_lengths_about_as_chance_makes_them_pass(longest, others):
    items = longest * [choice("long", "a", "b", "c")] + others * [choice("a", "long", "b", "c")]
    refuse_telling_lengths([*items, Numeric("?", 1.0, 0, "So.", (), SEE)])


def drawing(x, *letters):
    svg = Svg(10, 10, "Places", f"{letters}")
    for place, letter in enumerate(letters):
        group = svg.add("g", data_place=letter)
        group.add("circle", r=1, cx=x + place)
        group.add("text", letter)
    return svg


def place(x, *letters):
    told = {letter: Option(letter, "No.", "other") for letter in letters}
    return Place("?", drawing(x, *letters), letters[0], told, SEE)


ORDER = Order("?", ("a", "b", "c"), "So.", SEE)
BUG = Bug("?", "a = 1\nb = 2\nc = 3", 1, "So.", {2: "Right.", 3: "Right."}, SEE)
NUMERIC = Numeric("a 1?", 1.0, 0, "So.", (Slip(2.0, "No.", "sum"),), SEE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (choice("a", "b", "c"), choice("a", "c", "b")),
        (choice("0.5", "b", "c"), choice("0.50", "b", "c")),
        (ORDER, replace(ORDER, lines=("b", "a", "c"))),
        (BUG, replace(BUG, line=2)),
        (NUMERIC, replace(NUMERIC, reason="Else.")),
        (place(1, "A", "B"), place(1, "B", "A")),
    ],
)
def test_two_versions_that_ask_the_same_are_refused(one, other):
    with pytest.raises(ValueError, match="versions 1 and 2 are alike"):
        refuse_twins([choice("x", "y", "z"), one, other])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (choice("a", "b", "c"), choice("a", "b", "d")),
        (ORDER, replace(ORDER, stem="!")),
        (BUG, replace(BUG, code="a = 1\nb = 2\nc = 4")),
        (NUMERIC, replace(NUMERIC, stem="a 2?")),
        (place(1, "A", "B"), place(2, "A", "B")),
    ],
)
def test_versions_that_differ_pass(one, other):
    refuse_twins([one, other])
    assert asked(one) == asked(one)


def test_the_seeds_go_through_the_cases_in_turn(tmp_path):
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "one.py").write_text(
        "from course.quiz.items import *\n\nGOAL, LEVEL, CASES = 0, 1, ('x', 'y', 'z')\n\n\n"
        "def make(rng, case):\n    wrong = Option('a', 'No.', 'a'), Option('b', 'No.', 'b')\n"
        "    return Choice(case, Option('c', 'Yes.'), wrong, 'perceptron#one-neuron')\n"
    )
    (source,) = load_items(tmp_path)
    assert [source.item(seed).stem for seed in range(5)] == ["x", "y", "z", "x", "y"]
