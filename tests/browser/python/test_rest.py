"""A first result needs half of Python; the rest comes after it, and no import fails for that."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.coding import open_cells, output, run
from tests.support import NewPage, Problems

HIDDEN = 'module = __import__("".join(["toml", "lib"]))\nmodule.loads("a = 42")["a"]'
NAMED = "import numpy as np\nnp.random.default_rng(0).integers(42, 43)"
SPLIT = "import json.tool as late\nlate.main.__module__"  # half of this package is there


@pytest.fixture
def begun(new_page: NewPage, site: str) -> Callable[[Callable[[Route], None]], Locator]:
    """A function that opens a page whose requests for the rest are answered so; its first cell."""

    def open_page(answer: Callable[[Route], None]) -> Locator:
        page = new_page(service_workers="block")
        page.route("**/rest.pack.zst", answer)
        return open_cells(page, site)

    return open_page


def ran(cell: Locator, code: str, shown: str) -> None:
    assert run(cell, code) == "done", output(cell)
    assert shown in output(cell)


def test_a_first_result_does_not_wait_for_the_rest(
    begun: Callable[[Callable[[Route], None]], Locator],
) -> None:
    held: list[Route] = []
    cell = begun(lambda route: held.append(route))
    ran(cell, "import numpy as np, json\nnp.arange(43)[-1]", "42")
    exercise = cell.page.locator("[data-exercise]").first
    exercise.get_by_role("button", name="Check").click()  # which does wait for it
    cell.page.wait_for_timeout(500)
    (asked,) = held  # once, and in the background
    asked.continue_()
    expect(exercise.locator("[data-feedback]")).to_have_attribute("data-result", "fail")
    ran(cell, NAMED, "42")
    ran(cell, HIDDEN, "42")
    assert len(held) == 1


def test_an_import_nobody_foresaw_fetches_the_rest_while_python_waits(
    begun: Callable[[Callable[[Route], None]], Locator], problems: Problems
) -> None:
    problems.expect("ERR_FAILED")
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.resource_type)
        route.abort() if asked[-1] == "fetch" else route.continue_()

    cell = begun(answer)
    ran(cell, HIDDEN, "42")
    assert "xhr" in asked
    ran(cell, SPLIT, "json.tool")
    ran(cell, NAMED, "42")


def missing(route: Route) -> None:
    """Answer nothing."""
    route.abort()


def spoilt(route: Route) -> None:
    """Answer with a file that is cut short."""
    response = route.fetch()
    body = response.body()
    route.fulfill(response=response, body=body[: len(body) // 2])


@pytest.mark.parametrize("how", [missing, spoilt], ids=["missing", "cut short"])
def test_a_rest_that_cannot_be_had_is_told_and_comes_later(
    begun: Callable[[Callable[[Route], None]], Locator],
    problems: Problems,
    how: Callable[[Route], None],
) -> None:
    problems.expect("ERR_FAILED")
    cell = begun(how)
    for code, name in ((HIDDEN, "tomllib"), (NAMED, "numpy.random")):
        assert run(cell, code) == "error"
        assert f"{name} hasn't come yet" in output(cell)
    ran(cell, "6 * 7", "42")
    cell.page.unroute("**/rest.pack.zst")
    ran(cell, NAMED, "42")
    ran(cell, HIDDEN, "42")


def test_the_rest_is_there_offline_and_after_a_start_from_memory(
    warm_page: Page, site: str
) -> None:
    page = warm_page
    page.context.set_offline(True)
    try:
        cell = open_cells(page, site)
        ran(cell, HIDDEN, "42")
        ran(cell, SPLIT, "json.tool")
        ran(cell, NAMED, "42")
    finally:
        page.context.set_offline(False)
