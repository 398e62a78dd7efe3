"""A drawing moves to the next one; its controls are within reach of the drawing, too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

CHANGES = {  # figures whose shapes stay the same from one value of their first slider to the next
    "perceptron": "xor",
    "activations": "curves",
    "loss": "temperature",
}
WATCH = """drawing => {
  drawing.moves = 0;
  const seen = (found) => drawing.moves += found.length;
  new MutationObserver(seen).observe(drawing, { attributes: true, subtree: true });
}"""


@pytest.fixture
def page(warm_page: Page) -> Page:
    return warm_page


def opened(page: Page, site: str, lesson: str) -> Locator:
    page.goto(f"{site}{lesson}/")
    figure = page.locator(f"#figure-{CHANGES[lesson]}")
    expect(figure).to_have_attribute("data-live", "true")
    return figure


def changed(figure: Locator) -> tuple[int, str]:
    """Move the first slider by one; return how many attributes moved, and where they end."""
    drawing = figure.locator("[data-drawing]")
    before = drawing.inner_html()
    drawing.evaluate(WATCH)
    figure.locator("input[type=range]").first.press("ArrowRight")
    expect(drawing).not_to_have_js_property("innerHTML", before)
    figure.page.wait_for_timeout(400)
    return drawing.evaluate("drawing => drawing.moves"), drawing.inner_html()


@pytest.mark.parametrize("lesson", CHANGES)
def test_a_drawing_moves_to_the_next_and_ends_as_it_is_drawn(
    page: Page, site: str, lesson: str
) -> None:
    moves, end = changed(opened(page, site, lesson))
    assert moves > 3
    page.emulate_media(reduced_motion="reduce")
    page.reload()
    still, drawn = changed(opened(page, site, lesson))
    assert still == 0
    assert drawn == end
