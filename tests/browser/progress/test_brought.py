"""Code that came with a progress file runs only once the learner has looked at it and run it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from builder.base.bootstrap import ROOT
from tests.browser.coding import check, editor, output, run, write
from tests.support import bring_progress

TRAIN = (ROOT / "site/lessons/02-perceptron/exercises/train/solution.py").read_text()
MARK = "import builtins\nbuiltins.mark = 'it ran'\n"
SEEK = "import builtins\nprint(getattr(builtins, 'mark', 'untouched'))"

Bring = Callable[[dict[str, str]], None]


@pytest.fixture
def page(warm_page: Page) -> Page:
    return warm_page


def load(page: Page, site: str, entries: dict[str, str]) -> None:
    """Import a file with these entries."""
    page.goto(f"{site}progress/")
    file = json.dumps({"format": "module3-progress", "version": 1, "entries": entries}).encode()
    chosen: Any = {"name": "a-stranger.json", "mimeType": "application/json", "buffer": file}
    bring_progress(page, chosen)
    expect(page.locator("[data-progress-page] [data-note]")).to_contain_text("Loaded")


@pytest.fixture
def bring(page: Page, site: str) -> Bring:
    """A function that imports a file with these entries, then opens Perceptron."""

    def chosen(entries: dict[str, str]) -> None:
        load(page, site, entries)
        page.goto(f"{site}perceptron/")
        editor(page.locator("[data-cell]").first)

    return chosen


def cells(page: Page) -> tuple[Locator, Locator]:
    """The first two cells of the lesson."""
    first, second = page.locator("[data-cell]").nth(0), page.locator("[data-cell]").nth(1)
    return first, second


def key(cell: Locator) -> str:
    return f"cell:perceptron/{cell.get_attribute('data-cell')}"


def test_a_run_below_does_not_run_code_of_a_file(page: Page, site: str, bring: Bring) -> None:
    page.goto(f"{site}perceptron/")
    first, second = cells(page)
    bring({key(first): MARK})
    expect(first.locator("[data-edited]")).to_have_text("From a file")
    assert run(second, SEEK) == "error"
    expect(second).to_contain_text("a cell above ended with an error")
    expect(first).to_contain_text("came with a progress file")
    assert run(first) == "done"  # looked at, and run by the learner
    expect(first.locator("[data-edited]")).to_have_text("Edited")
    assert run(second) == "done"
    assert "it ran" in output(second)


def test_changing_it_makes_it_the_learners(page: Page, site: str, bring: Bring) -> None:
    page.goto(f"{site}perceptron/")
    first, second = cells(page)
    bring({key(first): MARK})
    write(first, "kept = 1")
    assert run(second, SEEK) == "done"
    assert "untouched" in output(second)


def test_a_program_that_a_file_calls_passed_is_not_imported(page: Page, bring: Bring) -> None:
    bring({"passed:perceptron/train": MARK + TRAIN, "exercise:perceptron/train": MARK + TRAIN})
    first, second = cells(page)
    run(first, "from exercises import train")
    assert run(second, SEEK) == "done"
    assert "untouched" in output(second)
    exercise = page.locator("[data-exercise='perceptron/train']")
    expect(check(exercise, TRAIN)).to_have_attribute("data-result", "pass")
    assert run(first, "from exercises import train\ntrain") == "done"


def test_taking_an_import_back_leaves_the_learners_own_code(page: Page, site: str) -> None:
    page.goto(f"{site}perceptron/")
    first, second = cells(page)
    write(first, "kept = 1")
    load(page, site, {key(first): MARK})
    page.get_by_role("button", name="Undo").click()
    page.goto(f"{site}perceptron/")
    assert run(second, "kept") == "done"


@pytest.mark.parametrize("name", ["caches", "indexedDB", "Worker", "BroadcastChannel"])
def test_python_reaches_nothing_that_pages_are_made_of(page: Page, bring: Bring, name: str) -> None:
    bring({})
    assert run(cells(page)[0], f"import js\njs.{name}") == "error"
    assert "AttributeError" in output(cells(page)[0])
