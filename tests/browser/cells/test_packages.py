"""Packages in cells: Matplotlib's figures, micropip and the shelf, `await`; on- and offline."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.coding import open_cells, output, run, watched_page, write
from tests.support import NewPage, Problems

PLOT = "import matplotlib.pyplot as plt\nplt.plot([1, 4, 9])\nplt.title('Squares')\nNone"


@pytest.fixture(scope="module")
def cell(browser: Browser, site: str) -> Iterator[Locator]:
    """A cell of one page for the tests that need nothing special."""
    for page in watched_page(browser, site):
        yield page.locator("[data-cell]").first


def test_matplotlib_is_fetched_when_a_cell_imports_it(new_page: NewPage, site: str) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    cell = open_cells(page, site)
    assert run(cell, "1 + 1") == "done"
    assert not [url for url in asked if "matplotlib" in url]
    assert run(cell, PLOT) == "done"
    assert len([url for url in asked if url.endswith("matplotlib.pack.zst")]) == 1
    assert run(cell, PLOT) == "done"
    assert len([url for url in asked if url.endswith("matplotlib.pack.zst")]) == 1


def test_a_figure_is_shown_inline_crisp_and_themed(cell: Locator) -> None:
    assert run(cell, PLOT) == "done", output(cell)
    picture = cell.locator("[data-output] img")
    expect(picture).to_have_count(1)
    expect(picture).to_have_attribute("alt", "Squares")
    assert picture.get_attribute("src", timeout=1000).startswith("data:image/svg+xml,")
    size = picture.evaluate("it => it.decode().then(() => [it.naturalWidth, it.naturalHeight])")
    assert min(size) > 100


def test_figures_that_were_shown_or_closed_do_not_come_again(cell: Locator) -> None:
    assert run(cell, "plt.plot([1])\nplt.show()\nprint('between')\nplt.plot([2])\nNone") == "done"
    kinds = cell.locator("[data-output] > *").evaluate_all("all => all.map(it => it.localName)")
    assert kinds.count("img") == 2
    assert run(cell, "1 + 1") == "done"
    expect(cell.locator("[data-output] img")).to_have_count(0)
    assert run(cell, "fig, axes = plt.subplots()\nfig") == "done"
    expect(cell.locator("[data-output] img")).to_have_count(1)


def test_a_figure_of_very_many_parts_comes_as_pixels(cell: Locator) -> None:
    code = "import numpy as np\nplt.scatter(np.random.rand(9000), np.random.rand(9000))\nNone"
    assert run(cell, code) == "done", output(cell)
    picture = cell.locator("[data-output] img")
    assert (picture.get_attribute("src") or "").startswith("data:image/png;base64,")
    widths = picture.evaluate("it => it.decode().then(() => [it.naturalWidth, it.width])")
    assert widths[0] == 2 * widths[1]


def test_micropip_installs_from_the_shelf(cell: Locator) -> None:
    code = "import micropip\nawait micropip.install('tabulate')\n"
    assert run(cell, code + "import tabulate\ntabulate.tabulate([['loss', 0.5]])") == "done"
    assert "loss  0.5" in output(cell)
    assert run(cell, "'tabulate' in micropip.list()") == "done"
    assert "True" in output(cell)


@pytest.mark.parametrize("wanted", ["pandas", "tabulate>=99", "https://example.com/a.whl"])
def test_micropip_says_what_the_shelf_has(cell: Locator, wanted: str) -> None:
    assert run(cell, f"import micropip\nawait micropip.install('{wanted}')") == "error"
    shown = output(cell)
    assert wanted in shown
    assert "tabulate 0.10.0" in shown
    assert "pyproject.toml" in shown


def test_a_forgotten_await_is_an_error_that_says_so(cell: Locator) -> None:
    assert run(cell, "micropip.install('tqdm')") == "error"
    assert "never awaited" in output(cell)


def test_cells_await_and_show_the_value(cell: Locator) -> None:
    assert run(cell, "import asyncio\nawait asyncio.sleep(0.05)\nprint('slept')\n6 * 7") == "done"
    assert output(cell).split() == ["slept", "42"]
    assert run(cell, "await asyncio.sleep(0)\n1 / 0") == "error"
    assert "ZeroDivisionError" in output(cell)
    expect(cell.locator(".error-line")).to_have_text("1 / 0")


def test_a_progress_bar_overwrites_its_line(cell: Locator) -> None:
    assert run(cell, "import tqdm\nfor i in tqdm.tqdm(range(3)): pass") == "done"
    assert "100%" in output(cell)
    assert " 0%" not in output(cell)


def test_a_package_that_cannot_be_fetched_is_a_message_and_comes_later(
    new_page: NewPage, site: str, problems: Problems
) -> None:
    problems.expect("ERR_FAILED|pack")
    page = new_page()
    page.route("**/kiwisolver.pack.zst", lambda route: route.abort())
    cell = open_cells(page, site)
    assert run(cell, PLOT) == "error"
    assert "matplotlib couldn't be loaded" in output(cell)
    page.unroute("**/kiwisolver.pack.zst")
    assert run(cell, PLOT) == "done"


@pytest.mark.service_worker
def test_stop_ends_what_is_awaited_and_keeps_the_variables(new_page: NewPage, site: str) -> None:
    page = new_page()
    open_cells(page, site)
    page.wait_for_selector("html[data-offline=ready]")
    cell = open_cells(page, site)
    assert page.evaluate("crossOriginIsolated")
    assert run(cell, "import asyncio\nkept = 5") == "done"
    write(cell, "await asyncio.sleep(100)")
    cell.get_by_role("button", name="Run").click()
    expect(cell).to_have_attribute("data-status", "running")
    cell.get_by_role("button", name="Stop").click()
    expect(cell).to_have_attribute("data-runs", "2", timeout=5_000)
    assert run(cell, "kept") == "done"


@pytest.mark.service_worker
def test_packages_work_offline(new_page: NewPage, site: str) -> None:
    page = new_page()
    cell = open_cells(page, site)
    page.wait_for_selector("html[data-offline=ready]")
    cell = open_cells(page, site)
    assert run(cell, PLOT) == "done"  # is kept, since it was asked for
    page.context.set_offline(True)
    cell = open_cells(page, site)
    assert run(cell, PLOT) == "done", output(cell)
    expect(cell.locator("[data-output] img")).to_have_count(1)
    install = "import micropip\nawait micropip.install('tabulate')\n"
    assert run(cell, install + "import tabulate\ntabulate.tabulate([[1]])") == "done"
