"""What a cell has shown is there after a reload and on the way back, and says what's left of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.coding import open_cells, output, run, write

EARLIER = "earlier run"
KEPT = "() => Object.keys(sessionStorage).filter((key) => key.includes('output:'))"
SIZE = f"() => ({KEPT})().reduce((sum, key) => sum + sessionStorage.getItem(key).length, 0)"
PUT = "([key, value]) => sessionStorage.setItem(key, value)"
FILL = """() => {
  for (let size = 4_000_000; size > 8; size /= 2) {
    try {
      for (let k = 0; ; k++) sessionStorage.setItem(`full ${size} ${k}`, "x".repeat(size));
    } catch {}
  }
}"""
HARM = "window.harmed = true"
TOLD: list[tuple[str, dict[str, Any]]] = [
    ("print", {"stream": "stdout", "text": f"<img src=x onerror='{HARM}'>\n"}),
    ("print", {"stream": f"stderr' onclick='{HARM}", "text": "<b>printed</b>\n"}),
    ("value", {"value": f"<script>{HARM}</script>", "shape": "<b>shape</b>"}),
    ("error", {"type": "<b>", "message": "<b>", "help": "`<b>`", "traceback": "<b>", "line": 1}),
]
DRAWN = f"<svg xmlns='http://www.w3.org/2000/svg' onload='{HARM}'><script>{HARM}</script></svg>"
PICTURE = {"type": "image/svg+xml", "data": DRAWN, "base64": False, "width": 9, "alt": "<b>"}


@pytest.fixture
def page(warm_page: Page, site: str) -> Page:
    open_cells(warm_page, site)
    return warm_page


@pytest.fixture
def cells(page: Page) -> Locator:
    return page.locator("main > [data-cell]")


def order(cell: Locator) -> Locator:
    return cell.locator("[data-order]")


def test_outputs_are_there_after_a_reload(page: Page, cells: Locator) -> None:
    printed, failed, empty = (cells.nth(i) for i in range(3))
    assert run(printed, "n = 4\nprint('one')\nn") == "done"
    assert run(failed, "1 / 0") == "error"
    shown = [output(cell) for cell in (printed, failed)]
    assert "one" in shown[0] and "ZeroDivisionError" in shown[1]
    page.reload()
    for cell, text in zip((printed, failed), shown, strict=True):
        expect(order(cell)).to_have_text(EARLIER)
        assert output(cell) == text
        expect(cell.locator("[data-note]")).to_contain_text("Its variables are gone")
        expect(cell).to_have_attribute("data-status", "idle")
        expect(cell).to_have_attribute("data-runs", "0")
    expect(failed.locator(".error-line")).to_have_count(1)
    expect(empty.locator("[data-output]")).to_be_hidden()
    write(printed, "print('two')")
    expect(printed.locator("[data-note]")).to_contain_text("has changed since this ran")
    page.reload()
    expect(printed.locator("[data-note]")).to_contain_text("has changed since this ran")
    assert output(printed) == shown[0]
    assert run(printed) == "done"
    assert output(printed).strip() == "two"
    expect(order(printed)).to_have_text("[1]")
    expect(order(failed)).to_have_text(EARLIER)


def test_on_the_way_back_they_are_as_they_were(page: Page, cells: Locator) -> None:
    first = cells.first
    assert run(first, "n = 5\nn") == "done"
    page.locator("header nav a").first.click()
    expect(page.locator("html")).not_to_have_attribute("data-lesson", "perceptron")
    page.go_back()
    expect(order(first)).to_have_text("[1]")
    assert output(first).strip() == "5"
    expect(first.locator("[data-note]")).to_be_empty()
    page.get_by_role("button", name="Scratch cell and variables").click()
    desk = page.locator("[data-desk]")
    desk.get_by_role("button", name="Restart").click()
    expect(order(first)).to_have_text(EARLIER)
    desk.get_by_role("button", name="Clear outputs").click()
    expect(order(first)).to_be_empty()
    assert page.evaluate(KEPT) == []


def test_what_is_kept_is_never_markup(page: Page, cells: Locator) -> None:
    first = cells.first
    assert run(first, "1") == "done"
    (key,) = page.evaluate(KEPT)
    kept = {"code": "1", "order": "<b>", "began": 0, "told": [*TOLD, ("picture", PICTURE)]}
    page.evaluate(PUT, [key, json.dumps(kept)])
    page.reload()
    expect(order(first)).to_have_text(EARLIER)
    assert "<b>printed</b>" in output(first) and "<script>" in output(first)
    shown = first.locator("[data-output]")
    expect(shown.locator("img")).to_have_count(1)
    expect(shown.locator("b, script, svg, [onclick]")).to_have_count(0)
    page.wait_for_timeout(200)
    assert page.evaluate("window.harmed") is None


def test_what_has_no_room_is_given_up(page: Page, cells: Locator) -> None:
    first, second = cells.nth(0), cells.nth(1)
    assert run(first, "1") == "done"
    (key,) = page.evaluate(KEPT)
    page.evaluate(PUT, [f"{key}-large", "x" * 900_000])
    assert run(second, "print('x' * 150_000)") == "done"
    page.wait_for_timeout(300)
    assert len(page.evaluate(KEPT)) == 2 and page.evaluate(SIZE) < 200_000
    page.evaluate(FILL)
    assert run(second, "print('y' * 190_000)") == "done"
    page.wait_for_timeout(300)
    page.reload()
    expect(order(first)).to_have_text(EARLIER)
    expect(second.locator("[data-output]")).to_be_hidden()
