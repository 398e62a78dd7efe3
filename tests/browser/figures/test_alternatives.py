"""Figures by press instead of drag, by keys instead of hover, and by ear. One page for several."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

HEAR = """figure => {
  globalThis.heard = [];
  for (const one of figure.querySelectorAll("[aria-live], output"))
    new MutationObserver(() => one.ariaLive !== "off" && heard.push(one.textContent))
      .observe(one, { childList: true });
}"""


@pytest.fixture
def page(warm_page: Page) -> Page:
    return warm_page


def opened(page: Page, name: str) -> Locator:
    figure = page.locator(f"#figure-{name}")
    expect(figure).to_have_attribute("data-live", "true")
    figure.locator("[data-stage]").scroll_into_view_if_needed()
    return figure


def value(grip: Locator) -> list[float]:
    text = str(grip.get_attribute("aria-valuetext")).replace("−", "-")
    return [float(one) for one in text.split(", ")]


def send(figure: Locator, point: str) -> None:
    """Press a grip, then where it should go; and move it to its ends by keys."""
    grip, note = figure.locator(f"[data-point='{point}']"), figure.locator("[data-note]")
    figure.locator("[data-stage]").scroll_into_view_if_needed()
    plane = figure.locator("[data-drawing] .plane").first.bounding_box()
    assert plane is not None
    goal = plane["x"] + plane["width"] * 0.9, plane["y"] + plane["height"] * 0.12
    before = value(grip)
    grip.click()
    expect(note).to_have_text("Press where it should go.")
    grip.click()  # thought better of it
    expect(note).to_have_text("")
    figure.page.mouse.click(*goal)
    assert value(grip) == before
    grip.click()
    figure.page.mouse.click(*goal)
    assert value(grip) != before
    figure.page.wait_for_function(
        """([grip, x]) => {
          const { left, width } = grip.getBoundingClientRect();
          return Math.abs(left + width / 2 - x) < 8;
        }""",
        arg=[grip.element_handle(), goal[0]],
    )
    for key, end in (("Home", "aria-valuemin"), ("End", "aria-valuemax")):
        grip.press(key)
        now, goes = (float(grip.get_attribute(one) or "") for one in ("aria-valuenow", end))
        assert now == goes


def walk(figure: Locator, says: str, is_point: bool) -> None:
    """Go through the drawing until it says this."""
    slider, drawing = figure.locator(".figure-walk input"), figure.locator("[data-drawing]")
    slider.focus()
    expect(slider).to_be_in_viewport()
    expect(slider).to_have_attribute("aria-valuetext", re.compile(r"\(1 of \d+\)"))
    before = drawing.locator("title").first.text_content()
    for _ in range(30):
        if re.fullmatch(says, str(slider.get_attribute("aria-valuetext"))):
            break
        slider.press("ArrowRight")
    else:
        pytest.fail(f"it never said {says}")
    expect(figure.locator(".figure-ring")).to_have_count(int(is_point))
    assert (figure.locator("[data-lit]").count() > 1) != is_point
    assert drawing.locator("title").first.text_content() == before  # it's no control
    slider.press("Tab")
    expect(figure.locator(".figure-ring, [data-lit]")).to_have_count(0)


def test_a_boundary_is_moved_by_presses_and_read_point_by_point(page: Page, site: str) -> None:
    page.goto(f"{site}perceptron/")
    figure = opened(page, "boundary")
    walk(figure, r"On the line, where z = 0: x₁ = .*, x₂ = .*\. \(4 of 9\)", is_point=True)
    send(figure, "B")


def test_a_press_hits_what_it_was_aimed_at_though_the_focus_leaves_the_slider(
    page: Page, site: str
) -> None:
    page.goto(f"{site}perceptron/")
    figure = opened(page, "boundary")
    slider, share = figure.locator(".figure-walk input"), figure.locator("[data-share]")
    slider.focus()
    expect(slider).to_be_in_viewport()
    share.click()
    expect(slider).not_to_be_focused()
    expect(page).to_have_url(re.compile("#figure-boundary"))


def test_a_curve_is_read_and_where_it_is_far_from_its_controls_the_summary_is_seen(
    page: Page, site: str
) -> None:
    page.goto(f"{site}activations/")
    walk(opened(page, "fit"), r"x = 1\.0: the curve is at .*, the network at .*", is_point=True)
    send(opened(page, "collapse"), "x")
    figure = opened(page, "curves")
    summary, slider = figure.locator("[data-summary]"), figure.locator("[name=z]")
    slider.press("ArrowRight")
    expect(summary).to_contain_text("Sigmoid at z = 2.0")
    for width, height, seen in ((1280, 720, False), (640, 360, True), (320, 256, True)):
        page.set_viewport_size({"width": width, "height": height})
        box = summary.bounding_box()
        assert box is not None
        assert (box["height"] > 10) == seen
        if seen:
            slider.evaluate("one => one.scrollIntoView({ block: 'start' })")
            expect(summary).to_be_in_viewport()


def test_what_lights_up_is_read_and_what_plays_is_silent(page: Page, site: str) -> None:
    page.goto(f"{site}forward/")
    walk(opened(page, "words"), r"t; h; th; .* \(\d+ of \d+\)", is_point=False)
    figure = opened(page, "network")
    slider = figure.locator("[data-steps] input")
    expect(slider).to_have_attribute("aria-valuetext", "2 / 8")  # the number that is seen
    figure.evaluate(HEAR)
    figure.get_by_role("button", name="Play").click()
    expect(slider).to_have_attribute("aria-valuetext", "8 / 8")
    expect(figure.locator("[data-summary]")).to_contain_text("Step 8 of 8")
    heard = [text for text in page.evaluate("heard") if text]
    assert len(heard) == 1
