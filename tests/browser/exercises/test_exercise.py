"""An exercise in the page: checked by the code that the command line uses."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from builder.base.bootstrap import ROOT
from course.exercises.mistakes import read_mistakes
from tests.browser.coding import check, write

FOLDER = ROOT / "site" / "lessons" / "02-perceptron" / "exercises" / "predict"
MISTAKES = {mistake.slug: mistake.code for mistake in read_mistakes(FOLDER)}


@pytest.fixture
def page(warm_page: Page) -> Page:
    return warm_page


@pytest.fixture
def exercise(page: Page, site: str) -> Locator:
    page.goto(f"{site}perceptron/")
    page.wait_for_selector("html[data-python=ready]")
    found = page.locator("[data-exercise='perceptron/predict']")
    found.locator(".cm-content").wait_for()
    return found


def test_start_fails_a_mistake_is_named_the_solution_passes(exercise: Locator) -> None:
    exercise.get_by_role("button", name="Check").click()
    feedback = exercise.locator("[data-feedback]")
    expect(feedback).to_have_attribute("data-result", "fail")
    feedback = check(exercise, MISTAKES["bias-forgotten"])
    expect(feedback).to_have_attribute("data-diagnosis", "bias-forgotten")
    expect(feedback).to_contain_text("bias")
    feedback = check(exercise, (FOLDER / "solution.py").read_text())
    expect(feedback).to_have_attribute("data-result", "pass")
    assert feedback.get_attribute("data-diagnosis") is None
    expect(exercise.locator("[data-passed]")).to_be_visible()
    exercise.page.reload()
    expect(exercise.locator("[data-passed]")).to_be_visible()


def test_an_endless_loop_and_a_syntax_error_have_their_messages(exercise: Locator) -> None:
    feedback = check(exercise, "def predict(x, w, b):\n    while True:\n        pass\n")
    expect(feedback).to_have_attribute("data-result", "fail")
    expect(feedback).to_contain_text("loop")
    feedback = check(exercise, "def predict(x, w, b:\n    return 1\n")
    expect(feedback).to_have_attribute("data-result", "error")
    expect(feedback).to_contain_text("SyntaxError")


def test_hints_come_one_by_one_and_the_solution_last(exercise: Locator) -> None:
    hints = exercise.locator("[data-hints] > li")
    for shown in range(1, hints.count() + 1):
        exercise.get_by_role("button", name="Hint").click()
        expect(exercise.locator("[data-hints] > li:visible")).to_have_count(shown)
    expect(hints.last).to_contain_text("np.where(z >= 0, 1, 0)")
    exercise.get_by_role("button", name="Hint").click()
    expect(exercise.locator("[data-note]")).to_contain_text("no more hints")


def test_reset_brings_the_start_back(exercise: Locator) -> None:
    write(exercise, "pass")
    exercise.get_by_role("button", name="Reset").click()
    expect(exercise.locator(".cm-content")).to_contain_text("np.zeros(len(x))")


def test_an_edit_and_reset_take_the_old_verdict_away(exercise: Locator) -> None:
    for change in ("edit", "reset"):
        feedback = check(exercise, "def predict(x, w, b):\n    print('seen')\n    return 1\n")
        expect(feedback).to_be_visible()
        expect(feedback.locator(".exercise-printed pre")).to_have_text("seen\n")
        if change == "edit":
            write(exercise, "def predict(x, w, b):\n    return 2\n")
        else:
            exercise.get_by_role("button", name="Reset").click()
        expect(feedback).to_be_hidden()


def test_an_exercise_may_import_what_a_cell_may(exercise: Locator) -> None:
    feedback = check(exercise, "import matplotlib.pyplot as plt\ndef predict(x, w, b): return 1\n")
    expect(feedback).not_to_contain_text("ModuleNotFoundError")


def test_a_check_behind_a_cell_that_waits_for_input_says_so(exercise: Locator) -> None:
    page = exercise.page
    cell = page.locator("[data-cell]").first
    write(cell, "input('?')")
    cell.get_by_role("button", name="Run").click()
    cell.locator("input").wait_for()
    exercise.get_by_role("button", name="Check").click()
    expect(exercise.locator("[data-note]")).to_contain_text("Waiting for")
    cell.locator("input").fill("1")
    cell.locator("input").press("Enter")
    expect(exercise.locator("[data-feedback]")).to_be_visible()
