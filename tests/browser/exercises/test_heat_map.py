"""The heat maps of an exercise that asks for gradients."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from builder.base.bootstrap import ROOT
from course.exercises.mistakes import read_mistakes
from tests.browser.coding import check

FOLDER = ROOT / "site" / "lessons" / "05-backprop" / "exercises" / "backward"
MISTAKES = {mistake.slug: mistake.code for mistake in read_mistakes(FOLDER)}


@pytest.fixture
def page(warm_page: Page) -> Page:
    return warm_page


def test_every_gradient_stands_beside_its_measured_slope(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{site}backprop/")
    page.wait_for_selector("html[data-python=ready]")
    exercise = page.locator("[data-exercise='backprop/backward']")
    feedback = check(exercise, MISTAKES["mask-missing"])
    expect(feedback).to_have_attribute("data-diagnosis", "mask-missing")
    maps = feedback.locator("[data-parameter]")
    expect(maps).to_have_count(4)
    shown = {
        one.get_attribute("data-parameter"): one.get_attribute("data-agrees") for one in maps.all()
    }
    assert shown == {"W1": "false", "b1": "false", "W2": "true", "b2": "true"}
    first = maps.first.locator("table")
    assert first.locator("caption").all_inner_texts() == ["computed", "measured", "difference"]
    cell = first.first.locator("td").first
    expect(cell).to_have_text("+1.384")  # the sign is written, whatever the colour
    assert (cell.get_attribute("title") or "").startswith("W1[0, 0] = +1.38")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    feedback = check(exercise, (FOLDER / "solution.py").read_text())
    expect(feedback).to_have_attribute("data-result", "pass")
    expect(feedback.locator("[data-agrees=true]")).to_have_count(4)
