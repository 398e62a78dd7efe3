"""What a text of a quiz item may not print, and what two options look like."""

import pytest

from course.quiz.printed import length, look, refuse_unprintable


@pytest.mark.parametrize(
    "text",
    [
        "close to -0",
        "between −0 and 3",
        "(−0.0, 1.0)",
        "It is $-0.00$.",
        "z is −0, so",
        "the probabilities (0.9, 0.0, 0.0)",
        "the probabilities of the classes are (0.50, 0.48)",
        "Probabilities `[0.31, 0.41, 0.31]`",
        " ",
        "it is nan",
    ],
)
def test_what_may_not_be_printed(text):
    with pytest.raises(ValueError, match="an option"):
        refuse_unprintable("an option", text)


@pytest.mark.parametrize(
    "text",
    [
        "−0.05 and -0.5",
        "0.3 − 0 = 0.3",
        "x[1:-0.1]",
        "a range 1-0",
        "the probabilities (0.33, 0.33, 0.33)",
        "the probabilities (0.334, 0.333, 0.333)",
        "the probabilities `p`, of the shape (6, 2)",
        "the probabilities. The slopes are (0.2, 0.3)",
        "the probabilities differ by (0.5)",
        "`nan`",
    ],
)
def test_what_may_be_printed(text):
    refuse_unprintable("an option", text)


def test_numbers_look_alike_however_they_are_written():
    assert look("(0.50, 1)") == look("$(0.5, 1.0)$")
    assert look("−0.0") == look("0")
    assert look("`W1` is 2") == look("W1 is 2.00")
    assert look("`W1`") != look("`W2`")
    assert look("v1.50") != look("v1.5")  # a name


def test_length_is_that_of_what_is_read():
    assert length("`ab` *c* $x_1$") == len("ab c x_1")
