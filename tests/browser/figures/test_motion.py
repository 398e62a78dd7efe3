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
    assert moves > 0
    page.emulate_media(reduced_motion="reduce")
    page.reload()
    still, drawn = changed(opened(page, site, lesson))
    assert still == 0
    assert drawn == end


PRESSED = {  # what is pressed or dragged over, and the control that it sets
    "activations": ("#figure-dead", "[data-set='neuron 2'] rect", "neuron", "2"),
    "forward": ("#figure-digits", "[data-set='image 5'] rect", "image", "5"),
    "perceptron": ("#figure-learning", "[data-set='step 6']", "step", "6"),
}


@pytest.mark.parametrize("lesson", PRESSED)
def test_a_part_of_a_drawing_sets_its_control(page: Page, site: str, lesson: str) -> None:
    name, part, control, value = PRESSED[lesson]
    page.goto(f"{site}{lesson}/")
    figure = page.locator(name)
    expect(figure).to_have_attribute("data-live", "true")
    before = figure.locator("[data-drawing]").inner_html()
    figure.locator(part).first.click(position={"x": 3, "y": 3})
    expect(figure.locator(f"[name={control}]")).to_have_value(value)
    expect(figure.locator("[data-drawing]")).not_to_have_js_property("innerHTML", before)


@pytest.mark.parametrize(("lesson", "name"), [("activations", "curves"), ("perceptron", "xor")])
def test_dragging_over_a_drawing_moves_its_slider(
    page: Page, site: str, lesson: str, name: str
) -> None:
    page.goto(f"{site}{lesson}/")
    figure = page.locator(f"#figure-{name}")
    expect(figure).to_have_attribute("data-live", "true")
    surface = figure.locator("[data-drag]").first
    surface.scroll_into_view_if_needed()
    box = surface.bounding_box()
    assert box
    field = figure.locator(f"[name={surface.get_attribute('data-drag')}]")
    seen = []
    page.mouse.move(box["x"] + 0.2 * box["width"], box["y"] + box["height"] / 2)
    page.mouse.down()
    for part in (0.2, 0.5, 0.8):
        page.mouse.move(box["x"] + part * box["width"], box["y"] + box["height"] / 2, steps=4)
        seen.append(float(field.input_value()))
    page.mouse.up()
    page.mouse.move(box["x"], box["y"])
    assert seen == sorted(set(seen))
    assert float(field.input_value()) == seen[-1]
