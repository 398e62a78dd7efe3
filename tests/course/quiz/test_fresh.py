"""Numbers that an item must not have: the answer among those of its stem, or two alike."""

from dataclasses import replace

import pytest

from course.quiz.fresh import refuse_copied, refuse_given
from course.quiz.items import Numeric, Slip

ITEM = Numeric("0.5 times 0.3?", 0.15, 2, "So.", (Slip(0.8, "A sum.", "sum"),), "perceptron#one")


@pytest.mark.parametrize("stem", ["0.5 times 0.3, not 0.15?", "0.15 and (1, −2)?", "−1, 0.154?"])
def test_an_answer_that_the_stem_gives_is_refused(stem):
    with pytest.raises(ValueError, match="already gives the answer"):
        refuse_copied(replace(ITEM, stem=stem))
    refuse_copied(replace(ITEM, stem=stem, copied=True))


@pytest.mark.parametrize("stem", [ITEM.stem, "−0.15 and 0.16?", "$0.15 x$ at 0.5?"])
def test_other_numbers_pass(stem):
    refuse_copied(replace(ITEM, stem=stem))


@pytest.mark.parametrize("others", [(0.4,), (1.0, 0.1 + 0.3)])
def test_a_result_that_is_also_another_number_is_refused(others):
    with pytest.raises(ValueError, match="another number"):
        refuse_given(0.4, others)
    refuse_given(0.5, others)
