"""What is kept from an earlier run, or goes on after it, in the page: it never falls silent."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.coding import output, run, watched_page

LOG = "import logging\nlogging.basicConfig(level='INFO')\nlogging.info('seen {}')"
LATER = """import asyncio
async def later():
    await asyncio.sleep(0.3)
    print('late news')
task = asyncio.create_task(later())
"""


@pytest.fixture(scope="module")
def lesson(browser: Browser, site: str) -> Iterator[Page]:
    yield from watched_page(browser, site)


def test_logging_speaks_in_every_run_and_cell(lesson: Page) -> None:
    cells = lesson.locator("[data-cell]")
    for number, i in enumerate((0, 0, 1, 0)):
        assert run(cells.nth(i), LOG.format(number)) == "done"
        assert f"seen {number}" in output(cells.nth(i))


def test_a_task_prints_in_its_cell_after_the_cell_is_done(lesson: Page) -> None:
    cell = lesson.locator("[data-cell]").first
    assert run(cell, LATER) == "done"
    expect(cell.locator("[data-output]")).to_contain_text("late news")
    assert cell.get_attribute("data-status") == "done"


def test_a_task_prints_in_the_cell_that_ran_last(lesson: Page) -> None:
    first, second = (lesson.locator("[data-cell]").nth(i) for i in (0, 1))
    assert run(first, LATER.replace("0.3", "3")) == "done"
    assert run(second, "print('mine')") == "done"
    expect(second.locator("[data-output]")).to_contain_text("late news")
    assert "late news" not in first.locator("[data-output]").inner_text()


@pytest.mark.parametrize("kept", ["task = ", ""])
def test_what_ends_a_task_is_told(lesson: Page, kept: str) -> None:
    cell = lesson.locator("[data-cell]").first
    code = "import asyncio\nasync def fails():\n    await asyncio.sleep(0.1)\n    1 / 0\n"
    assert run(cell, f"{code}{kept}asyncio.create_task(fails())\nNone") == "done"
    expect(cell.locator("[data-output]")).to_contain_text("ZeroDivisionError: division by zero")
    assert "line 4" in output(cell)
    assert "webloop" not in output(cell)


def test_a_task_that_crashes_python_is_told_and_the_next_run_works(lesson: Page) -> None:
    cell = lesson.locator("[data-cell]").first
    crash = "asyncio.get_running_loop().call_later(0.2, os.kill, os.getpid(), 9)"
    assert run(cell, f"import asyncio, os\nprint('here')\n{crash}\nNone") == "done"
    expect(cell).to_contain_text("earlier")  # its variables are gone with that Python
    assert run(cell, "1 + 1") == "done"
    assert output(cell) == "2"
