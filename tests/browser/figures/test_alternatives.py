"""Figures by press instead of drag, by keys instead of hover, and by ear."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect


@pytest.fixture
def page(warm_page: Page) -> Page:
    return warm_page


def opened(page: Page, site: str, lesson: str, name: str) -> Locator:
    page.goto(f"{site}{lesson}/")
    figure = page.locator(f"#figure-{name}")
    expect(figure).to_have_attribute("data-live", "true")
    figure.locator("[data-stage]").scroll_into_view_if_needed()
    return figure


def value(grip: Locator) -> list[float]:
    text = str(grip.get_attribute("aria-valuetext")).replace("−", "-")
    return [float(one) for one in text.split(", ")]


GRIPS = {"boundary": ("perceptron", "B"), "collapse": ("activations", "x")}


@pytest.mark.parametrize("name", GRIPS)
def test_a_grip_is_pressed_then_where_it_goes(page: Page, site: str, name: str) -> None:
    lesson, point = GRIPS[name]
    figure = opened(page, site, lesson, name)
    grip, note = figure.locator(f"[data-point='{point}']"), figure.locator("[data-note]")
    before, plane = value(grip), figure.locator("[data-drawing] .plane").first.bounding_box()
    assert plane is not None
    goal = plane["x"] + plane["width"] * 0.9, plane["y"] + plane["height"] * 0.12
    grip.click()
    expect(note).to_have_text("Press where it should go.")
    grip.click()  # thought better of it
    expect(note).to_have_text("")
    page.mouse.click(*goal)
    assert value(grip) == before
    grip.click()
    page.mouse.click(*goal)
    expect(grip).not_to_have_attribute("aria-valuetext", re.compile(rf"^{before[0]:g}, "))
    there = grip.bounding_box()
    assert there is not None
    assert abs(there["x"] + there["width"] / 2 - goal[0]) < 8
    for key, end in (("Home", "aria-valuemin"), ("End", "aria-valuemax")):
        grip.press(key)
        now, goes = (float(grip.get_attribute(one) or "") for one in ("aria-valuenow", end))
        assert now == goes


WALKS = {  # what a place says, and whether it's a point or parts that belong together
    "perceptron/boundary": (r"On the line, where z = 0: x₁ = .* \(2 of 9\)", True),
    "activations/fit": (r"x = 0\.5: the curve is at 0\.48, the network at .* \(2 of 13\)", True),
    "loss/calibration": (r".* images?: confidence .* \(2 of \d+\)", True),
    "forward/words": (r"t; h; th; .* \(\d+ of \d+\)", False),
}


@pytest.mark.parametrize("figure", WALKS)
def test_a_drawing_is_read_place_by_place(page: Page, site: str, figure: str) -> None:
    says, is_point = WALKS[figure]
    found = opened(page, site, *figure.split("/"))
    walk = found.get_by_label("Read the drawing point by point")
    walk.focus()
    expect(walk).to_be_in_viewport()
    expect(walk).to_have_attribute("aria-valuetext", re.compile(r"\(1 of \d+\)"))
    drawing = found.locator("[data-drawing]")
    before = drawing.locator("svg").first.locator("title").text_content()
    if figure == "forward/words":
        while not re.fullmatch(says, str(walk.get_attribute("aria-valuetext"))):
            walk.press("ArrowRight")
    else:
        walk.press("ArrowRight")
    expect(walk).to_have_attribute("aria-valuetext", re.compile(says))
    expect(found.locator(".figure-ring")).to_have_count(int(is_point))
    assert (found.locator("[data-lit]").count() > 1) != is_point
    assert drawing.locator("svg").first.locator("title").text_content() == before
    walk.press("Tab")
    expect(found.locator(".figure-ring, [data-lit]")).to_have_count(0)


def test_where_drawing_and_controls_do_not_fit_the_summary_is_seen(page: Page, site: str) -> None:
    figure = opened(page, site, "activations", "curves")
    summary, slider = figure.locator("[data-summary]"), figure.locator("[name=z]")
    slider.press("ArrowRight")
    expect(summary).to_contain_text("Sigmoid at z = 2.0")
    for width, height, seen in ((1280, 720, False), (640, 360, True), (320, 256, True)):
        page.set_viewport_size({"width": width, "height": height})
        slider.scroll_into_view_if_needed()
        box = summary.bounding_box()
        assert box is not None
        assert (box["height"] > 10) == seen
        if seen:
            slider.evaluate("one => one.scrollIntoView({ block: 'start' })")
            expect(summary).to_be_in_viewport()


HEAR = """figure => {
  globalThis.heard = [];
  const live = figure.querySelectorAll("[aria-live=polite], [role=status], output:not([aria-live])");
  for (const one of live)
    new MutationObserver(() => heard.push(one.textContent)).observe(one, { childList: true });
}"""


def test_what_plays_is_silent_and_said_once_at_rest(page: Page, site: str) -> None:
    figure = opened(page, site, "forward", "network")
    slider = figure.locator("[data-steps] input")
    figure.evaluate(HEAR)
    slider.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "2 / 8")  # the number that is seen
    figure.get_by_role("button", name="Play").click()
    expect(slider).to_have_attribute("aria-valuetext", "8 / 8")
    expect(figure.get_by_role("button", name="Play")).to_be_visible()
    expect(figure.locator("[data-summary]")).to_contain_text("Step 8 of 8")
    heard = [text for text in page.evaluate("heard") if text]
    assert len(heard) == 1
