"""What makes a quiz item sound, and what is refused."""

from dataclasses import replace
from typing import Any, cast

import pytest

from course.figures.svg import Svg
from course.lessons import lesson_folder, lessons_folder
from course.quiz.items import (
    Bug,
    Choice,
    Numeric,
    Option,
    Order,
    Place,
    Several,
    Slip,
    accepts,
    check_item,
    load_items,
)
from course.quiz.printed import look

SEE = "perceptron#one-neuron"
WRONG = (
    Option("0.2", "No bias.", "bias-forgotten"),
    Option("0.3", "Turned round.", "sign"),
)
CHOICE = Choice("How much?", Option("0.1", "So it is."), WRONG, SEE)
SEVERAL = Several("Which?", (Option("a", "Yes."), Option("b", "Yes.")), WRONG, SEE)
SLIPS = (Slip(0.2, "No bias.", "bias-forgotten"), Slip(0.3, "Turned round.", "sign"))
NUMERIC = Numeric("How much?", 0.125, 2, "An eighth.", SLIPS, SEE, "perceptron#figure-xor?a=1")
ORDER = Order("Put in order.", ("a = 1", "b = 2", "c = a"), "c needs a.", SEE)
BUG = Bug("Where?", "a = 1\n\nb = a\nc = b", 3, "It is 2 a.", {1: "Right.", 4: "Right."}, SEE)


def drawing(*names):
    svg = Svg(10, 10, "Places", "Some places")
    for name in names:
        svg.add("g").add("circle", r=1, data_place=name)
    return svg


PLACES = {
    "w": Option("the weight", "Yes."),
    "b": Option("the bias", "No.", "bias"),
    "x": Option("the input", "No.", "input"),
}
PLACE = Place("Which?", drawing("w", "b", "x"), "w", PLACES, SEE)


@pytest.mark.parametrize("item", [CHOICE, SEVERAL, NUMERIC, ORDER, PLACE, BUG])
def test_sound_items_pass(item):
    check_item(item)


@pytest.mark.parametrize(
    ("item", "message"),
    [
        (replace(CHOICE, stem=" "), "stem is empty"),
        (replace(CHOICE, right=Option("0.1", "")), "reason of '0.1' is empty"),
        (replace(CHOICE, right=Option("nan", "So it is.")), "nan or inf"),
        (replace(CHOICE, right=Option("$0.20$", "So it is.")), "equals the key"),
        (replace(CHOICE, right=cast("Any", (CHOICE.right, CHOICE.right))), "exactly one key"),
        (replace(CHOICE, right=Option("0.1", "Yes.", "sign")), "is right and has a mistake"),
        (replace(CHOICE, wrong=(*WRONG, Option("0.4", "No."))), "a second key"),
        (replace(CHOICE, wrong=(*WRONG, Option("0.20", "No.", "sum"))), "two options are alike"),
        (replace(CHOICE, wrong=WRONG[:1]), "too few"),
        (
            replace(CHOICE, wrong=(WRONG[0], Option("7", "Odd. So it is.", "sum"))),
            "repeats the key's: 'So it is.'",
        ),
        (
            replace(PLACE, places={**PLACES, "b": Option("the bias", "Yes. No.", "bias")}),
            "repeats the key's",
        ),
        (replace(CHOICE, see="perceptron"), "see is"),
        (replace(CHOICE, figure="perceptron#xor"), "figure is"),
        (replace(SEVERAL, right=()), "nothing is right"),
        (replace(SEVERAL, right=(Option("0.2", "Yes."),)), "two options are alike"),
        (replace(NUMERIC, answer=float("nan")), "isn't a number"),
        (replace(NUMERIC, answer=2.0), "a whole number"),
        (replace(NUMERIC, slips=(Slip(float("inf"), "No.", "sum"),)), "isn't a number"),
        (replace(NUMERIC, slips=(Slip(0.134, "No.", "sum"),)), "gives the key"),
        (replace(NUMERIC, slips=(*SLIPS, Slip(0.301, "No.", "sum"))), "two slips are alike"),
        (replace(NUMERIC, slips=(Slip(0.5, "No.", ""),)), "names no mistake"),
        (replace(NUMERIC, reason=""), "reason is empty"),
        (replace(ORDER, lines=("a", "b", "a")), "two lines are alike"),
        (replace(ORDER, alternatives=((0, 0, 1),)), "isn't an order of 3"),
        (replace(ORDER, alternatives=((0, 1, 2),)), "two orders are alike"),
        (replace(PLACE, right="y"), "isn't one of the places"),
        (replace(PLACE, drawing=drawing("w", "b")), "the drawing has"),
        (replace(PLACE, right="b"), "is right and has a mistake"),
        (replace(BUG, line=2), "isn't one of the code's lines"),
        (replace(BUG, others={1: "Right."}), r"lines \[1, 4\]"),
        (replace(BUG, others={1: "Right.", 4: ""}), "reason of line 4 is empty"),
        (replace(BUG, code="a ="), "can't be read"),
        ("a text", "isn't an item"),
    ],
)
def test_unsound_items_are_refused(item, message):
    with pytest.raises(ValueError, match=message):
        check_item(item)


def test_code_may_speak_of_nan():
    check_item(replace(CHOICE, right=Option("`nan`", "The logarithm of a negative number.")))


def test_a_half_is_rounded_either_way():
    assert accepts(NUMERIC, 0.12)
    assert accepts(NUMERIC, 0.13)
    assert accepts(NUMERIC, 0.125)
    assert not accepts(NUMERIC, 0.14)


@pytest.mark.parametrize("answer, given", [(1.0, 0.5), (1.0, 1.49), (0.0, 0.5), (1560.0, 1560.4)])
def test_a_whole_number_is_exact(answer: float, given: float) -> None:
    whole = replace(NUMERIC, answer=answer, digits=0)
    assert accepts(whole, answer)
    assert not accepts(whole, given)
    assert accepts(replace(whole, answer=62.6), 62.6), "it's rounded to a whole number"


def test_looks():
    assert look("−0.50") == look("`-0.5`") == look("$-0.5$")
    assert look("(2, 3)") == look("(2,3)")
    assert look("(2, 3)") != look("(3, 2)")


def test_files_are_found_and_a_seed_gives_one_item():
    sources = load_items(lesson_folder(lessons_folder(), "perceptron"))
    assert {"perceptron-neuron-answer", "perceptron-xor-more-training"} <= {
        source.name for source in sources
    }
    by_name = {source.name: source for source in sources}
    one = by_name["perceptron-neuron-answer"]
    assert (one.lesson, one.goal, one.level) == ("perceptron", 0, 1)
    assert one.item(3) == one.item(3)
    assert len({one.item(seed).stem for seed in range(8)}) > 1


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("GOAL = '0'\nLEVEL = 1", "GOAL must be"),
        ("GOAL = 0\nLEVEL = 4", "LEVEL is one of"),
        ("GOAL = 0\nLEVEL = 1", "make"),
    ],
)
def test_a_file_that_lacks_something_is_refused(tmp_path, code, message):
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "one.py").write_text(code)
    with pytest.raises(ValueError, match=message):
        load_items(tmp_path)


def test_an_unsound_item_is_refused_with_its_file_and_seed(tmp_path):
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "one.py").write_text(
        "GOAL, LEVEL = 0, 1\n\n\ndef make(rng):\n    return None\n"
    )
    with pytest.raises(ValueError, match=r"one\.py, seed 5: None isn't an item"):
        load_items(tmp_path)[0].item(5)
