"""Packages in cells: Matplotlib's figures, micropip and the shelf, `await`; on- and offline."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from support import NewPage, Problems
from test_cell import open_cells, output, run

PLOT = "import matplotlib.pyplot as plt\nplt.plot([1, 4, 9])\nplt.title('Squares')\nNone"


@pytest.fixture(scope="module")
def lesson(browser: Browser, site: str) -> Iterator[Page]:
    """The page with cells, opened once for the tests that need nothing special."""
    context = browser.new_context(service_workers="block")
    context.set_default_timeout(60_000)
    problems = Problems()
    problems.watch(context)
    page = context.new_page()
    open_cells(page, site)
    yield page
    context.close()
    assert problems.unexpected() == []


@pytest.fixture
def cell(lesson: Page) -> Locator:
    return lesson.locator("[data-cell]").first


def test_matplotlib_is_fetched_when_a_cell_imports_it(new_page: NewPage, site: str) -> None:
    page = new_page(service_workers="block")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    cell = open_cells(page, site)
    assert run(cell, "1 + 1") == "done"
    assert not [url for url in asked if "matplotlib" in url]
    assert run(cell, PLOT) == "done"
    assert len([url for url in asked if url.endswith("matplotlib.pack")]) == 1
    assert run(cell, PLOT) == "done"
    assert len([url for url in asked if url.endswith("matplotlib.pack")]) == 1


def test_a_figure_is_shown_inline_crisp_and_themed(cell: Locator) -> None:
    assert run(cell, PLOT) == "done", output(cell)
    picture = cell.locator("[data-output] img")
    expect(picture).to_have_count(1)
    expect(picture).to_have_attribute("alt", "Squares")
    assert picture.get_attribute("src", timeout=1000).startswith("data:image/svg+xml,")
    size = picture.evaluate("it => it.decode().then(() => [it.naturalWidth, it.naturalHeight])")
    assert min(size) > 100
