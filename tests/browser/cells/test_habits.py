"""Habits from notebooks, in the page: packages are fetched, pictures shown, prompts understood."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.coding import output, run


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("!pip install -q tabulate\nimport tabulate\ntabulate.tabulate([['loss', 0.5]])", "loss"),
        ("%pip install numpy\nimport numpy as np\nnp.ones(2)", "array([1., 1.])"),
        (">>> x = 20\n>>> x + 1\n21", "21"),
        ("display([1, 2])\n3;", "[1, 2]"),
        ("4 + 4;", ""),
    ],
)
def test_what_a_notebook_does_is_done(cell: Locator, code: str, shown: str) -> None:
    assert run(cell, code) == "done", output(cell)
    assert shown in output(cell)
    if not shown:
        expect(cell.locator(".cell-value")).to_have_count(0)


def test_a_figure_is_displayed_where_the_code_says_so(cell: Locator) -> None:
    code = (
        "%matplotlib inline\nimport matplotlib.pyplot as plt\nfig, ax = plt.subplots()\n"
        "ax.plot([1, 2])\ndisplay(fig)\nprint('after')\nfig;"
    )
    assert run(cell, code) == "done", output(cell)
    kinds = cell.locator("[data-output] > :not([hidden])").evaluate_all(
        "all => all.map(it => it.localName)"
    )
    assert kinds == ["img", "pre"]


@pytest.mark.parametrize(
    ("code", "told"),
    [("!ls", "program"), ("%timeit 1 + 1", "timeit.timeit"), ("print?", "help(")],
)
def test_what_cannot_be_done_says_what_to_write(cell: Locator, code: str, told: str) -> None:
    assert run(cell, code) == "error"
    assert told in cell.locator(".cell-help").inner_text()
