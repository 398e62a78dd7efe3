"""Whole numbers of 32 bits and singular matrices, with the page's own NumPy."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator

from tests.browser.coding import output, run

NP = "import numpy as np\n"


@pytest.mark.parametrize(
    "code",
    [
        "np.arange(1, 100_001).sum()",
        "np.sum(np.arange(1, 100_001))",
        "np.arange(100_000) ** 2",
        "np.array([50_000]) * 50_000",
        "np.array([1, 2]) @ np.array([2**30, 2**30])",
        "np.prod(np.arange(1, 20))",
        "np.cumsum(np.arange(100_000))",
        "np.int32(2**31 - 1) + np.int32(1)",
        "print(sum([np.arange(100_000).sum()]))",
    ],
)
def test_an_overflow_is_told_with_its_line(cell: Locator, code: str) -> None:
    assert run(cell, NP + code) == "done", output(cell)
    note = cell.locator(".notice").inner_text()
    assert "Line 2" in note
    assert "32 bits" in note
    assert "numbers.py" not in output(cell)


@pytest.mark.parametrize(
    "code",
    ["np.arange(1, 101).sum()", "np.arange(100_000, dtype=np.int64) ** 2", "np.ones(9) * 10**9"],
)
def test_what_is_right_is_left_without_a_word(cell: Locator, code: str) -> None:
    assert run(cell, NP + code) == "done"
    assert cell.locator(".notice").count() == 0


@pytest.mark.parametrize(
    "code",
    [
        "np.linalg.inv(np.ones((2, 2)))",
        "np.linalg.solve(np.array([[1.0, 2.0], [2.0, 4.0]]), np.ones(2))",
        "np.linalg.cholesky(-np.eye(2))",
        "np.linalg.inv(np.zeros((3, 3)))",
    ],
)
def test_a_matrix_without_an_answer_is_an_error(cell: Locator, code: str) -> None:
    assert run(cell, NP + code) == "error"
    assert "LinAlgError" in output(cell)
