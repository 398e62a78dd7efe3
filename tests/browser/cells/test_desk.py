"""The desk: a scratch cell, variables with shapes, and all cells of a page together."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.coding import editor, open_cells, output, run, write


@pytest.fixture
def page(warm_page: Page) -> Page:
    return warm_page


@pytest.fixture
def desk(page: Page, site: str) -> Locator:
    open_cells(page, site)
    page.get_by_role("button", name="Scratch cell and variables").click()
    found = page.locator("[data-desk]")
    editor(found)
    return found


def test_a_scratch_cell_shares_the_variables_and_runs_alone(page: Page, desk: Locator) -> None:
    first = page.locator("main > [data-cell]").first
    assert run(first, "import numpy as np\nw = np.zeros((3, 2))\nn = 4") == "done"
    rows = desk.locator("tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("float64, shape (3, 2)")
    expect(rows.last).to_contain_text("4")
    scratch = desk.locator("[data-cell]")
    assert run(scratch, "n = n + 1\nn") == "done"
    assert output(scratch).strip() == "5"
    expect(rows.last).to_contain_text("5")
    assert scratch.locator("[data-order]").inner_text() == "[2]"
    assert first.locator("[data-order]").inner_text() == "[1]"
    assert page.locator("main > [data-cell]").nth(1).get_attribute("data-runs") == "0"


def test_it_takes_the_focus_and_gives_it_back(page: Page, desk: Locator) -> None:
    opener = page.get_by_role("button", name="Scratch cell and variables")
    expect(desk).to_be_focused()
    page.keyboard.press("Tab")
    assert desk.evaluate("(desk) => desk.contains(document.activeElement)")
    desk.get_by_role("button", name="Close").press("Enter")
    expect(opener).to_be_focused()
    opener.press("Enter")
    expect(desk).to_be_focused()
    elsewhere = page.locator("[data-theme-switch]")
    elsewhere.focus()
    desk.evaluate("(desk) => desk.hidePopover()")
    expect(elsewhere).to_be_focused()


def test_all_cells_run_and_are_cleared_and_forgotten(page: Page, desk: Locator) -> None:
    cells = page.locator("main > [data-cell]")
    for number in range(cells.count()):
        write(cells.nth(number), f"n{number} = {number}\nn{number}")
    note = desk.locator("[data-desk-note]")
    desk.get_by_role("button", name="Run all").click()
    expect(note).to_have_text("All cells have run.", timeout=60_000)
    expect(desk.locator("tbody tr")).to_have_count(cells.count())
    assert output(cells.last).strip() == str(cells.count() - 1)
    desk.get_by_role("button", name="Clear outputs").click()
    for cell in cells.all():
        expect(cell.locator("[data-output]")).to_be_hidden()
        expect(cell).to_have_attribute("data-status", "idle")
    expect(desk.locator("tbody tr")).to_have_count(cells.count())
    desk.get_by_role("button", name="Restart").click()
    expect(desk.locator("tbody tr")).to_have_count(0, timeout=60_000)
    expect(cells.first.locator("[data-order]")).to_be_empty()


def test_an_error_ends_run_all_and_restart_ends_a_loop(page: Page, desk: Locator) -> None:
    cells = page.locator("main > [data-cell]")
    write(cells.first, "1 / 0")
    note = desk.locator("[data-desk-note]")
    desk.get_by_role("button", name="Run all").click()
    expect(note).to_contain_text("ended with an error", timeout=60_000)
    expect(cells.nth(1)).to_have_attribute("data-runs", "0")
    write(cells.first, "while True: pass")
    desk.get_by_role("button", name="Run all").click()
    expect(cells.first).to_have_attribute("data-status", "running")
    desk.get_by_role("button", name="Restart").click()
    expect(cells.first).to_have_attribute("data-status", "stopped", timeout=60_000)
    assert run(cells.first, "1 + 1") == "done"
