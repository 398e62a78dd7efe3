"""A page in a second language: reached by its link, answered in it, and of the same progress."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from builder.base.bootstrap import ROOT
from builder.pages.content import load_lessons
from builder.pages.languages import said
from builder.pages.languages.translations import load
from course.exercises.mistakes import read_mistakes
from tests.browser.coding import editor, write

LESSON = ROOT / "site" / "lessons" / "02-perceptron"
EXERCISE = LESSON / "exercises" / "predict"
MISTAKES = {mistake.slug: mistake.code for mistake in read_mistakes(EXERCISE)}
(GERMAN,) = (one for one in load(load_lessons(ROOT / "site" / "lessons"), ["de"]))


@pytest.fixture
def german(page: Page, site: str) -> Page:
    page.goto(f"{site}perceptron/")
    link = page.locator("main a[rel=alternate]")
    expect(link).to_have_text("Deutsch")
    expect(link).to_have_attribute("lang", "de")
    link.click()
    page.wait_for_url("**/de/perceptron/")
    return page


@pytest.mark.python("off")
def test_the_interface_is_in_the_pages_language(german: Page, site: str) -> None:
    page = german
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.locator("h1")).to_have_text("Das Perzeptron")
    cell = page.locator("[data-cell]").first
    expect(cell.get_by_role("button", name="Ausführen")).to_be_visible()
    guess = page.locator("[data-predict='perceptron/kites']")
    guess.get_by_role("button").click()  # what a script says
    expect(guess.locator("[data-note]")).to_have_text("Wähle zuerst eine Antwort.")
    # What isn't translated says so, and leads to the English page.
    following = page.locator("[data-path] li").nth(2).locator("a")
    expect(following).to_have_attribute("lang", "en")
    following.click()
    page.wait_for_url(f"{site}activations/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("button", name="Run").first).to_be_visible()
    expect(page.locator("main a[rel=alternate]")).to_have_count(0)
    page.go_back()
    expect(page.locator("h1")).to_have_text("Das Perzeptron")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{site}perceptron/")


@pytest.mark.python("off")
def test_what_was_done_in_one_language_is_done_in_the_other(german: Page, site: str) -> None:
    page = german
    guess = page.locator("[data-predict='perceptron/kites']")
    guess.get_by_label("Ja").check()
    guess.get_by_role("button").click()
    expect(guess.locator("[data-judged]")).to_contain_text("Du hast Ja vorhergesagt.")
    own = page.locator("[data-recap] textarea").first
    own.fill("Sie drehen sie.")
    blank = page.locator("[data-blank] input").first
    blank.fill("2.1")
    blank.press("Enter")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{site}perceptron/")
    expect(guess.locator("[data-judged]")).to_contain_text("You predicted Yes.")
    expect(own).to_have_value("Sie drehen sie.")
    expect(blank).to_have_value("2.1")


def test_a_check_answers_in_german_and_its_pass_counts_in_english(german: Page, site: str) -> None:
    page = german
    exercise = page.locator("[data-exercise='perceptron/predict']")
    editor(exercise)
    feedback = exercise.locator("[data-feedback]")
    message = feedback.locator(".exercise-message")

    def check(code: str) -> None:
        write(exercise, code)
        exercise.get_by_role("button", name="Prüfen").click()

    check(MISTAKES["bias-forgotten"])
    expect(feedback).to_have_attribute("data-diagnosis", "bias-forgotten", timeout=60_000)
    expect(message).to_contain_text("der Bias ändert also nichts")
    expect(message.locator("[lang]")).to_have_count(0)
    check("def predict(x, w, b):\n    return x[5:] @ undefined\n")  # which nobody has translated
    expect(message).to_contain_text("NameError")
    expect(message.locator("[lang=en]").first).to_be_visible()
    exercise.get_by_role("button", name="Tipp").click()
    expect(exercise.locator("[data-hints] > li").first).to_contain_text("Tipp 1 von 4 Was rechnet")
    check((EXERCISE / "solution.py").read_text())
    expect(message).to_contain_text("Richtig: Dein Code")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{site}perceptron/")
    expect(exercise.locator("[data-passed]")).to_be_visible()
    expect(exercise.locator("[data-passed]")).to_have_text("✓ solved")


def test_a_figure_is_drawn_in_german(german: Page) -> None:
    figure = german.locator("[data-figure=xor]")
    expect(figure).to_have_attribute("data-live", "true", timeout=60_000)
    expect(figure.locator("[data-drawing]")).to_contain_text("Deine Gerade: 2 von 4 richtig")
    figure.get_by_label("Warum keine Gerade geht").check()
    expect(figure.locator("[data-drawing]")).to_contain_text("die Mitte")
    expect(figure.locator("[data-summary]")).to_contain_text("Keine Gerade geht")
    expect(figure.locator("[data-stage][lang]")).to_have_count(0)


@pytest.mark.python("off")
def test_the_page_translates_as_the_build_does(german: Page) -> None:
    table = said.tables(GERMAN)
    texts = {
        who: [english.replace("{", "").replace("}", "") for english, _ in pairs]
        for who, pairs in table.items()
    }
    told = german.evaluate(
        """async (texts) => {
            const script = document.querySelector("script[type=module]").src;
            const module = new URL("../../source/python/said.js", script).href;
            const { inWords, rulesFor } = await import(module);
            const found = {};
            for (const who of Object.keys(texts)) {
              const rules = await rulesFor(who);
              found[who] = texts[who].map((text) => inWords(text, rules));
            }
            return found;
        }""",
        texts,
    )
    for who, pairs in table.items():
        rules = [said.rule(*pair) for pair in pairs]
        assert told[who] == [said.in_words(text, rules)[0] for text in texts[who]]
    assert re.search("Rechne es von Hand aus", str(told))
