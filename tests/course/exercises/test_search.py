"""What the search for a mistake says of all results together."""

import numpy as np
import pytest

from course.cells.program import Outcome
from course.exercises.search import Search


@pytest.mark.parametrize(
    ("values", "constant"),
    [
        ([3, 3], True),
        ([3, 4], False),
        ([np.array([1.0, 2.0]), np.array([1.0, 2.0])], True),
        ([np.array([1.0, 2.0]), np.array([1.0, 3.0])], False),
        ([np.zeros((2, 3)), np.zeros(4)], True),
        ([np.zeros((2, 3)), np.ones(4)], False),
        ([np.zeros(2), 0.0], False),
        ([None, None], True),
    ],
)
def test_one_result_or_one_number_in_all_cases_is_constant(values, constant):
    outcomes = [Outcome(value) for value in values]
    search = Search([[0]], None, outcomes, values, [], (), lambda _mistake: iter(()), 0.0)
    assert search.is_constant() is constant
