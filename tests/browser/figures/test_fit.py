"""A figure and its controls are in sight together, and its letters can be read on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.support import at_rest

LESSONS = ("perceptron", "activations", "forward")
SCREENS = {"laptop": (1280, 720), "phone": (390, 844)}
SMALLEST = 11  # px, of the letters in a drawing
HEIGHTS = """all => all.map((figure) => {
  const box = (part) => figure.querySelector(part)?.getBoundingClientRect();
  const end = box("form") ?? box("[data-drawing]");
  return [figure.id, end.bottom - box("[data-drawing]").top];
})"""
LEVEL = """all => all.map((drawing) => {
  const middle = (part) => {
    const { top, height } = drawing.querySelector(part).getBoundingClientRect();
    return top + height / 2;
  };
  const name = drawing.closest("figure").id;
  return [name, Math.abs(middle(":scope > svg") - middle(":scope > .figure-beside"))];
})"""
BELOW = """figure => {
  const weights = figure.querySelectorAll(".figure-beside .plane")[1].getBoundingClientRect();
  const sliders = figure.querySelector(".figure-controls").getBoundingClientRect();
  const aside = (sliders.left + sliders.right - weights.left - weights.right) / 2;
  return [sliders.top - weights.bottom, Math.abs(aside)];
}"""
ALONE = """all => all.filter((button) => {
  const row = button.getBoundingClientRect();
  const beside = [...button.closest("form").querySelectorAll("label, .figure-steps")];
  return beside.length && !beside.some((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top < row.bottom && bottom > row.top;
  });
}).map((button) => button.closest("figure").id)"""
LETTERS = """all => all.flatMap((svg) => [...svg.querySelectorAll("text")].map((text) => {
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return [text.textContent, scale * parseFloat(getComputedStyle(text).fontSize)];
}))"""

SPACED = "* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
RESTYLE = """text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}"""
LENGTHS = "all => all.map((text) => text.getComputedTextLength())"


@pytest.fixture(scope="module", params=LESSONS)
def lesson(request: pytest.FixtureRequest, browser: Browser, site: str) -> Page:
    page = browser.new_page()
    page.goto(f"{site}{request.param}/")
    return page


@pytest.mark.parametrize("screen", SCREENS)
def test_a_figure_and_its_controls_fit_the_screen(lesson: Page, screen: str) -> None:
    width, height = SCREENS[screen]
    lesson.set_viewport_size({"width": width, "height": height})
    figures = lesson.locator("figure.figure").evaluate_all(HEIGHTS)
    assert figures
    assert [one for one in figures if one[1] > height] == []


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_reset_is_never_alone_in_its_row(browser: Browser, site: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844})
    for slug in ("perceptron", "activations", "forward", "backprop", "loss"):
        page.goto(f"{site}{slug}/")
        buttons = page.locator("form.figure-controls [data-restore]")
        assert buttons.count()
        assert buttons.evaluate_all(ALONE) == []
    page.close()


def test_what_is_beside_a_drawing_is_level_with_its_middle(lesson: Page) -> None:
    width, height = SCREENS["laptop"]
    lesson.set_viewport_size({"width": width, "height": height})
    # A filter's tables are above its sliders.
    drawings = lesson.locator(
        "figure:not(#figure-slide) [data-drawing]:has(> .figure-beside)"
    ).evaluate_all(LEVEL)
    assert len(drawings) > 2
    assert [one for one in drawings if one[1] > 1] == []


def test_a_filters_sliders_are_right_below_its_weights(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}forward/")
    for width, height in SCREENS.values():
        page.set_viewport_size({"width": width, "height": height})
        at_rest(page)
        below, aside = page.locator("#figure-slide").evaluate(BELOW)
        assert 0 < below < 90  # the sum is between them
        assert aside < 12
    page.close()


def test_letters_in_a_drawing_can_be_read_on_a_phone(lesson: Page) -> None:
    width, height = SCREENS["phone"]
    lesson.set_viewport_size({"width": width, "height": height})
    drawings = lesson.locator("[data-drawing] > svg, .figure-beside > svg")
    letters = drawings.evaluate_all(LETTERS)
    assert letters
    assert [one for one in letters if one[1] < SMALLEST] == []


def test_labels_keep_clear_of_each_other_with_wider_spacing(lesson: Page) -> None:
    labels, prose = lesson.locator(".figure svg text"), lesson.locator("main h2").first
    before, wide = labels.evaluate_all(LENGTHS), prose.evaluate("one => one.scrollWidth")
    lesson.evaluate(RESTYLE, SPACED)
    after = labels.evaluate_all(LENGTHS)
    spacing = prose.evaluate("one => getComputedStyle(one).letterSpacing")
    lesson.evaluate("document.adoptedStyleSheets = []")
    assert before and wide and spacing != "normal"
    assert after == before
