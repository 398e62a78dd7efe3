"""A cell uses the reader's own function once it has passed, and fetches what it asks for."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from builder.base.bootstrap import ROOT
from tests.browser.coding import check, editor, output, run
from tests.support import PATIENCE, NewPage

LESSON = ROOT / "site" / "lessons" / "02-perceptron"
WHOSE = 'print("whose train?", train.__module__)'
SOLUTION = (LESSON / "exercises" / "train" / "solution.py").read_text()
TEXT = (LESSON / "lesson.md").read_text()


def test_a_cell_trains_with_what_its_reader_wrote(new_page: NewPage, site: str) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}perceptron/")
    cell = page.locator("[data-cell=digits]")
    editor(cell)
    code = re.search(r"^```\{cell\} digits\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    assert code
    asks = code[1] + WHOSE
    assert run(cell, asks) == "done", output(cell)
    assert "whose train? ours" in output(cell)

    exercise = page.locator("[data-exercise='perceptron/train']")
    passed = check(exercise, SOLUTION)
    expect(passed).to_have_attribute("data-result", "pass", timeout=PATIENCE)
    assert run(cell) == "done", output(cell)
    assert "whose train? yours" in output(cell)
    assert not [url for url in asked if "mnist" in url]

    page.reload()  # what has passed is kept
    editor(cell)
    assert run(cell, asks.replace("# x, y = await", "x, y = await")) == "done", output(cell)
    assert "whose train? yours" in output(cell)
    assert "right on new images 0.9" in output(cell)
    assert len([url for url in asked if "mnist-train-0" in url]) == 1
