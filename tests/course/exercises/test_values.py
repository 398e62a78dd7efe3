"""Two wrong values: whether they are wrong in the same entry."""

import numpy as np
import pytest

from course.exercises.values import wrong_together

RIGHT = np.array([1.0, 2.0, 3.0])


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ([0.0, 2.0, 3.0], [5.0, 2.0, 3.0], True),
        ([0.0, 2.0, 3.0], [1.0, 5.0, 3.0], False),
        ([0.0, 2.0, 3.0], [1.0, 2.0, 3.0], False),
        ([np.nan, 2.0, 3.0], [np.inf, 2.0, 3.0], True),
        ([0.0, 2.0], [1.0, 5.0, 3.0], True),
        ("no numbers", [1.0, 5.0, 3.0], True),
    ],
)
def test_values_are_wrong_together_where_an_entry_is(one, other, together):
    assert wrong_together(one, other, RIGHT) is together
    assert wrong_together(other, one, RIGHT) is together
    assert wrong_together((one, 1), (other, 1), (RIGHT, 1)) is together
    assert not wrong_together((one, 1), (RIGHT, 2), (RIGHT, 1))
