"""An exercise in the page: checked by the code that the command line uses."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from builder.base.bootstrap import ROOT
from course.exercises.mistakes import read_mistakes
from tests.browser.coding import check, editor, write

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
    editor(found)
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


def test_hints_come_one_by_one_and_say_how_many_there_are(exercise: Locator) -> None:
    hints = exercise.locator("[data-hints] > li")
    solution = exercise.locator("[data-solution]")
    count = hints.count()
    for shown in range(1, count + 1):
        expect(solution).to_be_hidden()
        exercise.get_by_role("button", name="Hint").click()
        expect(exercise.locator("[data-hints] > li:visible")).to_have_count(shown)
        expect(hints.nth(shown - 1)).to_contain_text(f"Hint {shown} of {count}")
        expect(hints.nth(shown - 1)).to_be_focused()
    exercise.get_by_role("button", name="Hint").click()
    expect(exercise.locator("[data-note]")).to_contain_text("no more hints")
    exercise.get_by_role("button", name="Hide").click()
    expect(exercise.locator("[data-hints]")).to_be_hidden()
    expect(exercise.get_by_role("button", name="Hint")).to_be_focused()
    expect(exercise.get_by_role("button", name="Hide")).to_be_hidden()
    exercise.get_by_role("button", name="Hint").click()
    expect(exercise.locator("[data-hints] > li:visible")).to_have_count(count)


def test_the_solution_is_asked_for_twice(exercise: Locator) -> None:
    solution = exercise.locator("[data-solution]")
    code = solution.locator("pre")
    for _ in exercise.locator("[data-hints] > li").all():
        exercise.get_by_role("button", name="Hint").click()
    expect(code).to_be_hidden()
    solution.get_by_text("Solution", exact=True).click()
    expect(code).to_be_hidden()
    solution.get_by_text("Show the solution anyway").click()
    expect(code).to_be_visible()
    expect(code).to_contain_text("np.where(z >= 0, 1, 0)")


def test_a_pass_counts_and_leads_on(exercise: Locator) -> None:
    page = exercise.page
    page.evaluate("localStorage.clear()")
    page.reload()
    solution = (FOLDER / "solution.py").read_text()
    feedback = check(exercise, solution)
    total = page.locator("[data-exercise]").count()
    expect(feedback).to_contain_text(f"1 of {total} exercises on this page are solved")
    feedback.get_by_text("Compare with our solution").click()
    expect(feedback.locator("pre")).to_contain_text("np.where(z >= 0, 1, 0)")
    after = page.locator(
        "[data-exercise='perceptron/predict'] ~ [data-exercise] [data-title]"
    ).first
    link = feedback.get_by_role("link", name=f"Next exercise: {after.inner_text()}")
    link.click()
    expect(after).to_be_in_viewport()
    ids = page.locator("[data-exercise]").evaluate_all("all => all.map(e => e.dataset.exercise)")
    for one in ids:
        page.evaluate("key => localStorage.setItem(key, '1')", f"module3:/:passed:{one}")
    feedback = check(exercise, solution + "\n")
    expect(feedback).to_contain_text(f"All {total} exercises on this page are solved")
    expect(feedback.get_by_role("link", name="Next: Activations")).to_have_count(1)


@pytest.mark.parametrize("opened", [True, False], ids=["with an editor", "before there is one"])
def test_reset_brings_the_start_back_and_can_be_undone(exercise: Locator, opened: bool) -> None:
    write(exercise, "mine = 1")
    editor = exercise.locator(".cm-content")
    if not opened:
        exercise.page.reload()
    exercise.get_by_role("button", name="Reset").click()
    expect(editor).to_contain_text("np.zeros(len(x))")
    expect(exercise.locator("[data-edited]")).to_be_hidden()
    exercise.get_by_role("button", name="Undo").click()
    expect(editor).to_have_text("mine = 1")
    expect(exercise.locator("[data-edited]")).to_be_visible()
    expect(exercise.get_by_role("button", name="Undo")).to_have_count(0)
    exercise.page.reload()
    expect(editor).to_have_text("mine = 1")
    exercise.get_by_role("button", name="Reset").click()
    exercise.page.reload()
    expect(editor).to_contain_text("np.zeros(len(x))")


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
        if change == "edit":
            editor(exercise).press("ControlOrMeta+z")
        else:
            exercise.get_by_role("button", name="Undo").click()
        expect(feedback).to_be_visible()
        expect(feedback.locator(".exercise-printed pre")).to_have_text("seen\n")


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
