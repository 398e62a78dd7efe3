"""While Python is busy, what waits says what for; a chain of cells is stopped as a whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.coding import open_cells, run, write
from tests.support import context_of

LOOP = "while True: pass"


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "isolated"])
def lesson(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    if request.param:
        yield request.getfixturevalue("shared_warm_page")
        return
    with context_of(browser, service_workers="block") as context:
        yield context.new_page()


@pytest.fixture
def cells(lesson: Page, site: str) -> list[Locator]:
    """The first three cells of a page on which nothing has run; they cost no time."""
    open_cells(lesson, site)
    lesson.wait_for_selector("html[data-python=ready]")
    cells = [lesson.locator("[data-cell]").nth(i) for i in range(3)]
    for number, cell in enumerate(cells):
        write(cell, f"n{number} = {number}")
    return cells


def press(cell: Locator, name: str) -> None:
    cell.get_by_role("button", name=name).click()


def status(cells: list[Locator]) -> list[str | None]:
    return [cell.get_attribute("data-status") for cell in cells]


def expect_status(cells: list[Locator], *wanted: str) -> None:
    for cell, one in zip(cells, wanted, strict=True):
        expect(cell).to_have_attribute("data-status", one)


def note(cell: Locator) -> Locator:
    return cell.locator("[data-note]")


def test_a_cell_says_which_cell_runs_first(cells: list[Locator]) -> None:
    write(cells[1], LOOP)
    press(cells[2], "Run")
    expect_status(cells, "done", "running", "queued")
    expect(note(cells[2])).to_have_text("Running cell 2 first …")
    press(cells[1], "Stop")
    expect_status(cells, "done", "stopped", "stopped")
    expect(note(cells[2])).to_contain_text("a cell above was stopped")


@pytest.mark.parametrize("endless", [0, 1])
def test_stop_stops_the_whole_chain(cells: list[Locator], endless: int) -> None:
    write(cells[endless], LOOP)
    press(cells[2], "Run")
    expect(cells[endless]).to_have_attribute("data-status", "running")
    expect(note(cells[2])).to_have_text(f"Running cell {endless + 1} first …")
    press(cells[2], "Stop")
    assert status(cells)[2] == "stopped"
    assert status(cells)[endless] == "stopped"
    for cell in (cells[endless], cells[2]):
        expect(cell).to_have_attribute("data-runs", "1")
    expect(cells[0]).to_have_attribute("data-runs", "1")
    expect(cells[1]).to_have_attribute("data-runs", str(endless))  # it never began
    assert run(cells[0], "1") == "done"


def test_a_cell_that_the_learner_started_is_not_stopped_by_one_that_waits(
    cells: list[Locator],
) -> None:
    write(cells[0], LOOP)
    press(cells[0], "Run")
    expect_status(cells, "running", "idle", "idle")
    press(cells[1], "Run")
    expect(note(cells[1])).to_have_text("Running cell 1 first …")
    press(cells[1], "Stop")
    assert status(cells) == ["running", "stopped", "idle"]
    press(cells[0], "Stop")
    expect_status(cells, "stopped", "stopped", "idle")


def test_an_error_above_ends_the_chain_as_before(cells: list[Locator]) -> None:
    write(cells[0], "1 / 0")
    assert run(cells[2]) == "error"
    assert status(cells) == ["error", "idle", "error"]
    expect(note(cells[2])).to_contain_text("a cell above ended with an error")


def test_what_waits_for_a_cell_says_so(cells: list[Locator], lesson: Page) -> None:
    assert run(cells[2]) == "done"
    write(cells[1], LOOP)
    press(cells[1], "Run")
    expect(cells[1]).to_have_attribute("data-status", "running")
    waiting = "Waiting for cell 2 …"
    press(cells[0], "Run")
    expect(note(cells[0])).to_have_text(waiting)
    exercise = lesson.locator("[data-exercise]").first
    exercise.get_by_role("button", name="Check").click()
    expect(note(exercise)).to_have_text(waiting)
    figure = lesson.locator("[data-figure][data-live=true]:has(input[type=range])").first
    figure.locator("input[type=range]").first.press("ArrowRight")
    expect(figure.locator("[data-note]")).to_have_text(waiting)
    press(cells[0], "Stop")
    expect(cells[0]).to_have_attribute("data-status", "stopped")
    assert status(cells)[1] == "running"
    press(cells[1], "Stop")
    expect(exercise.locator("[data-feedback]")).to_be_visible()
    expect(note(exercise)).to_be_empty()
