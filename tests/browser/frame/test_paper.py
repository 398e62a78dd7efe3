"""Pages on paper: nothing is folded, the colors are light, and there's nothing to press."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from builder.tools import quiz_sheet
from tests.support import NewPage, without_python

A4 = (642, 985)  # px that are left of a page between its margins


@pytest.fixture
def page(new_page: NewPage) -> Page:
    page = new_page(viewport={"width": A4[0], "height": A4[1]})
    without_python(page.context)
    return page


def on_paper(page: Page) -> None:
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


@pytest.mark.parametrize("answers", [False, True])
def test_a_lesson_prints_its_arithmetic_and_proofs_and_answers_if_asked(
    page: Page, site: str, answers: bool
) -> None:
    page.goto(f"{site}perceptron/")
    page.locator("[data-paper] input").set_checked(answers)
    on_paper(page)
    for how in page.locator("main > :not(details) .worked-how").all():
        expect(how).to_be_visible()
    for aside in page.locator("details.aside").all():
        expect(aside.locator("> :not(summary)").first).to_be_visible()
    shown = page.locator("[data-outcome]").evaluate_all("all => all.map(o => o.checkVisibility())")
    assert set(shown) == {answers}
    model = page.locator(".recap details p").evaluate_all(
        "all => all.map((one) => one.checkVisibility({ contentVisibilityAuto: true }))"
    )
    assert set(model) == {answers}
    expect(page.locator(".colophon")).to_contain_text(f"{site}perceptron/")
    assert page.locator("button:visible:not(.worked-value)").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.aside[open]").count() == 0


def test_nothing_that_stays_whole_leaves_most_of_a_page_blank(page: Page, site: str) -> None:
    for address in ("perceptron/", "activations/", "backprop/", "model-card/"):
        page.goto(site + address)
        on_paper(page)
        tall = page.evaluate(
            """(most) => [...document.querySelectorAll("main *:not(svg *)")].filter((one) => {
              const { breakInside, display, overflowY } = getComputedStyle(one);
              const whole = breakInside === "avoid" ||
                (overflowY !== "visible" && display === "block");
              return whole && one.getBoundingClientRect().height > most;
            }).map((one) => one.outerHTML.slice(0, 200))""",
            0.6 * A4[1],
        )
        assert tall == [], address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_paper_is_light_whatever_the_screen_is(
    page: Page, site: str, scheme: str, theme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{site}perceptron/")
    page.evaluate("(theme) => (document.documentElement.dataset.theme = theme)", theme)
    on_paper(page)
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert ink == "rgb(28, 35, 48)"


def test_the_project_prints_no_forms_and_no_pads(page: Page, site: str) -> None:
    page.goto(f"{site}project/")
    on_paper(page)
    shown = page.locator(".project :is(button, input, select, canvas, progress):visible")
    assert shown.evaluate_all("all => all.map((one) => one.outerHTML)") == []
    expect(page.locator("ul.tasks").first).to_be_visible()


@pytest.mark.parametrize("seed", [1, 7])
def test_the_key_of_a_quiz_sheet_fits_on_one_page_and_its_questions_use_theirs(
    page: Page, seed: int
) -> None:
    page.set_content(quiz_sheet.sheet(seed))
    page.emulate_media(media="print")
    box = page.locator(".sheet-key").first.bounding_box()
    assert box is not None
    assert box["height"] < A4[1]
    assert box["width"] == A4[0]
    assert page.locator("header").inner_text().count(f"Seed {seed}") == 1
