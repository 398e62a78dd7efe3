"""Typing at any speed: what stands in the editor is what was typed, suggestions or not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.coding import editor, open_cells, run
from tests.browser.keys import PROGRAMS, text, type_program
from tests.support import context_of

SETUP = "import numpy as np\nlearning_rate = 0.1\nlearning = x = layer1 = layer10 = 2"
ONCE_WRONG = PROGRAMS[:6]
OPENS_IN = 200  # ms, more than a list needs to open
SLOWEST_ANSWER = 5000  # ms, Python's on a busy machine


class Typist:
    """An editor on a page whose clock stands still but for what the typist lets pass."""

    def __init__(self, editor: Locator) -> None:
        self.page = editor.page
        self.editor = editor
        self.page.clock.install()
        self.page.clock.pause_at(self.page.evaluate("Date.now() + 1000"))
        editor.click()

    def type(self, code: str, pause: int) -> str:
        return type_program(self.editor, code, lambda: self.page.clock.run_for(pause))

    @property
    def offered(self) -> Locator:
        return self.page.locator(".cm-tooltip-autocomplete li")

    def rest(self, opens: bool) -> bool:
        """Whether a list opens: waits until it does or, where none should, as long as one needs."""
        for _ in range(SLOWEST_ANSWER // 50 if opens else 2):
            self.page.clock.run_for(OPENS_IN)
            self.page.wait_for_timeout(50)  # Python answers in real time
            if self.offered.count():
                self.page.clock.run_for(OPENS_IN)  # a list takes no key at first
                return True
        return False


@pytest.fixture(scope="module")
def page(browser: Browser, site: str) -> Iterator[Page]:
    with context_of(browser) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def in_cell(page: Page, site: str) -> Typist:
    cell = open_cells(page, site)
    assert run(cell, SETUP) == "done"
    return Typist(cell.locator(".cm-content"))


@pytest.fixture(scope="module", params=["cell", "exercise", "app"])
def anywhere(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Typist]:
    """An editor with Python at hand in each place that has one."""
    with context_of(browser) as context:
        page = context.new_page()
        if request.param == "app":
            page.goto(f"{site}project/app/")
            page.wait_for_selector("[data-app][data-state=started]")
            box = page.locator("[data-app]")
        else:
            cell = open_cells(page, site)
            assert run(cell, SETUP) == "done"
            box = cell if request.param == "cell" else page.locator("[data-exercise]").first
        yield Typist(editor(box))


@pytest.mark.slow
def test_programs_typed_fast_stand_as_they_were_typed(in_cell: Typist) -> None:
    typed = {code: in_cell.type(code, 40) for code in PROGRAMS}
    assert [got for code, got in typed.items() if got != code] == []


@pytest.mark.slow
@pytest.mark.parametrize("pause", [130, 250, 350])
def test_programs_that_once_went_wrong_stand_as_they_were_typed(
    anywhere: Typist, pause: int
) -> None:
    typed = {code: anywhere.type(code, pause) for code in ONCE_WRONG}
    assert [got for code, got in typed.items() if got != code] == []


@pytest.mark.parametrize(
    ("typed", "opens"),
    [
        ("lear", True),
        ("bre", True),
        ("np.linalg.nor", True),
        ("np.", True),
        ("x = learning_", False),  # no letter yet
        ("x = learning_r", True),
        ("learning", False),  # complete, though a longer one is there
        ("layer1", False),
        ("break", False),
        ("x = 1", False),
        ("x = 1.", False),
        ("x = 1e", False),
        ("x = 0b", False),
        ("[1].ind", False),  # nobody knows what [1] is before it runs
        ("# lear", False),
        ("'lear", False),
        ("'''lear", False),
        ("f'{lear", False),
        ("rb'lear", False),
        ("lear ", False),
        ("print(", False),
    ],
)
def test_suggestions_open_after_a_letter_or_a_dot(in_cell: Typist, typed: str, opens: bool) -> None:
    in_cell.type(typed, 20)
    assert in_cell.rest(opens) is opens


@pytest.mark.parametrize(
    ("typed", "keys", "then"),
    [
        ("lear", ["Enter"], "lear\n"),
        ("lear", ["Tab"], "learning"),
        ("learning_r", ["Tab"], "learning_rate"),
        ("lear", ["ArrowDown", "ArrowDown", "Enter"], "learning_rate"),
        ("lear", ["ArrowDown", "Tab"], "learning"),
        ("lear", ["Escape", "Enter"], "lear\n"),
        ("whi", ["Tab"], "while"),  # the word, no template
        ("lear", ["Escape", "Tab"], "lear    "),
        ("l = 1", ["Tab"], "l = 1    "),
    ],
)
def test_tab_takes_a_suggestion_and_enter_only_a_chosen_one(
    in_cell: Typist, typed: str, keys: list[str], then: str
) -> None:
    in_cell.type(typed, 20)
    in_cell.rest("=" not in typed)
    for key in keys:
        in_cell.page.keyboard.press(key)
        in_cell.page.clock.run_for(10)
    assert text(in_cell.editor) == then
