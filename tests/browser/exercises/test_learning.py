"""The learner's own network: whose code trains, when it runs, and that it cannot harm the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from builder.base.bootstrap import ROOT
from tests.browser.coding import check
from tests.support import PATIENCE, NewPage

FOLDER = ROOT / "site" / "lessons" / "05-backprop" / "exercises" / "train"
SOLUTION = (FOLDER / "solution.py").read_text()
LOOP = SOLUTION.replace("    losses = []\n", "    losses = []\n    while True: pass\n")
KEPT = "([passed, code]) => { localStorage.setItem('module3:/:passed:backprop/train', passed);"
KEPT += " localStorage.setItem('module3:/:exercise:backprop/train', code); }"


@pytest.fixture
def page(warm_page: Page) -> Page:
    return warm_page


def open_with(page: Page, site: str, code: str) -> Locator:
    """Open the lesson as one who has solved the exercise and left this code in it."""
    page.goto(f"{site}backprop/")
    page.evaluate(KEPT, ["1", code])
    page.reload()
    page.wait_for_selector("html[data-python=ready]")
    return page.locator("[data-learning=train]")


def expect_state(learning: Locator, state: str) -> None:
    expect(learning).to_have_attribute("data-state", state, timeout=PATIENCE)


def shown(learning: Locator) -> str:
    return learning.locator("svg").text_content() or ""


def press(learning: Locator, name: str) -> None:
    learning.get_by_role("button", name=name).click()


def test_the_learners_code_trains_once_the_exercise_is_solved(page: Page, site: str) -> None:
    page.goto(f"{site}backprop/")
    page.wait_for_selector("html[data-python=ready]")
    learning = page.locator("[data-learning=train]")
    expect(learning).to_have_attribute("data-whose", "ours")
    expect(learning).to_contain_text("with the module’s own code")
    exercise = page.locator("[data-exercise='backprop/train']")
    expect(check(exercise, SOLUTION)).to_have_attribute("data-result", "pass", timeout=PATIENCE)
    expect(learning).to_have_attribute("data-whose", "own")
    expect_state(learning, "still")  # nothing runs by itself
    press(learning, "Play")
    expect_state(learning, "done")
    assert "4 of 4 right" in shown(learning)
    expect(learning.locator("[data-summary]")).to_contain_text("4 of 4 examples")

    learning.get_by_label("Learn").select_option("moons")
    expect(learning.locator("svg")).to_contain_text("after 0 of", timeout=PATIENCE)
    press(learning, "Play")
    expect_state(learning, "done")
    assert "60 of 60 right" in shown(learning)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_endless_loop_ends_in_a_message_and_the_page_lives(page: Page, site: str) -> None:
    learning = open_with(page, site, LOOP)
    press(learning, "Play")
    expect_state(learning, "failed")
    expect(learning.locator("[data-note]")).to_contain_text("took too long, so it was stopped")
    cell = page.locator("[data-cell=measure]")
    cell.get_by_role("button", name="Run").click()
    expect(cell).to_have_attribute("data-status", "done", timeout=PATIENCE)
    exercise = page.locator("[data-exercise='backprop/train']")
    check(exercise, SOLUTION)
    press(learning, "Play")
    expect_state(learning, "done")


def test_code_that_was_brought_along_waits_for_play(page: Page, site: str) -> None:
    learning = open_with(page, site, "raise ValueError('it ran')")
    learning.get_by_label("Learn").select_option("moons")
    expect(learning.locator("svg")).to_contain_text("after 0 of", timeout=PATIENCE)
    press(learning, "Restart")
    page.wait_for_timeout(500)
    expect_state(learning, "still")
    press(learning, "Play")
    expect(learning.locator("[data-note]")).to_contain_text("it ran", timeout=PATIENCE)


def test_it_pauses_goes_on_and_is_worked_by_keyboard(page: Page, site: str) -> None:
    learning = open_with(page, site, SOLUTION)
    learning.get_by_label("Learn").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect_state(learning, "playing")
    expect(learning.locator("svg")).not_to_contain_text("after 0 of", timeout=PATIENCE)
    page.keyboard.press("Enter")
    expect_state(learning, "still")
    expect(learning.locator("[data-summary]")).to_contain_text("the loss is")
    page.wait_for_timeout(300)
    paused = shown(learning)
    page.wait_for_timeout(500)
    assert shown(learning) == paused
    page.keyboard.press("Enter")
    expect_state(learning, "done")
    page.keyboard.press("Enter")  # once more, from the start
    expect_state(learning, "playing")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(learning.locator("svg")).to_contain_text("after 0 of", timeout=PATIENCE)


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_less_motion_means_fewer_pictures(new_page: NewPage, site: str, motion: str) -> None:
    page = new_page(reduced_motion=motion)
    learning = open_with(page, site, SOLUTION)
    learning.locator("[data-drawing]").evaluate(
        "stage => new MutationObserver(() => { window.pictures = (window.pictures ?? 0) + 1; })"
        ".observe(stage, { childList: true })"
    )
    press(learning, "Play")
    expect_state(learning, "done")
    assert "4 of 4 right" in shown(learning)
    pictures = page.evaluate("window.pictures")
    assert pictures < 20 if motion == "reduce" else pictures > 30


def test_another_page_meanwhile(page: Page, site: str) -> None:
    learning = open_with(page, site, SOLUTION)
    press(learning, "Play")
    expect_state(learning, "playing")
    page.get_by_role("navigation").get_by_role("link", name="Loss").first.click()
    page.wait_for_selector("html[data-lesson=loss]")
    page.wait_for_timeout(500)
    cell = page.locator("[data-cell]").first
    cell.get_by_role("button", name="Run").click()
    expect(cell).to_have_attribute("data-status", "done", timeout=PATIENCE)
