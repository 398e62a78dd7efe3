"""Cells and exercises as a person uses them: write code, run it, have it checked."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser, Locator, Page, expect

from tests.support import Problems, context_of


def open_cells(page: Page, site: str) -> Locator:
    """Open the page with cells; returns its first cell, with its editor."""
    page.goto(f"{site}perceptron/")
    cell = page.locator("[data-cell]").first
    editor(cell)
    return cell


def watched_page(browser: Browser, site: str) -> Iterator[Page]:
    """The page with cells in a context of its own; what goes wrong in it is an error at its end."""
    problems = Problems()
    with context_of(browser, service_workers="block") as context:
        problems.watch(context)
        page = context.new_page()
        open_cells(page, site)
        yield page
    assert problems.unexpected() == []


def editor(box: Locator) -> Locator:
    """The editor of a cell or an exercise; it comes when its code is near to what is seen."""
    box.locator("[data-code]").first.scroll_into_view_if_needed()
    found = box.locator(".cm-content, textarea")
    found.wait_for()
    return found


def write(cell: Locator, code: str) -> None:
    """Replace the cell's code as a person does: select all, type or paste."""
    editor(cell).click()
    cell.page.keyboard.press("ControlOrMeta+a")
    cell.page.keyboard.insert_text(code)


def run(cell: Locator, code: str | None = None) -> str:
    """Run the cell to its end; returns data-status."""
    if code is not None:
        write(cell, code)
    runs = int(cell.get_attribute("data-runs") or 0)
    cell.get_by_role("button", name="Run").click()
    expect(cell).to_have_attribute("data-runs", str(runs + 1), timeout=60_000)
    return cell.get_attribute("data-status") or ""


def output(cell: Locator) -> str:
    return cell.locator("[data-output]").inner_text()


def check(exercise: Locator, code: str) -> Locator:
    write(exercise, code)
    exercise.get_by_role("button", name="Check").click()
    return exercise.locator("[data-feedback]")
