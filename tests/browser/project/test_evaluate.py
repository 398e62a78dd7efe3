"""The project's evaluation: a small network, trained in the page, on the test images."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import assert_accessible_in_both
from tests.browser.own import train
from tests.support import NewPage


@pytest.fixture
def page(warm_page: Page) -> Page:
    return warm_page


def look(page: Page) -> Locator:
    """Test the network; return the part of the page that tells of it."""
    part = page.locator("[data-project=evaluate]")
    part.locator("[data-test]").click()
    expect(part).to_have_attribute("data-state", "ready")
    return part


@pytest.fixture
def tested(page: Page, site: str) -> Locator:
    page.goto(f"{site}project/")
    train(page)
    return look(page)


def test_the_test_images_tell_how_good_the_network_is(
    page: Page, tested: Locator, site: str
) -> None:
    fields = tested.locator("[data-confusion] button")
    expect(fields).to_have_count(100)
    counts = [int(text or 0) for text in fields.all_inner_texts()]
    assert sum(counts) == 10_000
    assert_accessible_in_both(page, "[data-project=evaluate]")
    right = sum(counts[:: 10 + 1]) / 10_000
    assert 0.5 < right < 0.95
    expect(tested.locator("[data-own-right]")).to_have_text(f"{100 * right:.2f}%")
    low, high = map(float, tested.locator("[data-own-interval]").inner_text().split(" – "))
    assert low < 100 * right < high
    expect(tested.locator("[data-calibration] svg")).to_be_visible()
    expect(tested.locator("[data-looks]")).to_have_text("You’ve looked at them once.")
    row = page.locator("[data-runs-body] tr")
    expect(row.get_by_role("cell", name=f"{100 * right:.2f}%")).to_have_count(1)
    expect(page.locator("[data-task='evaluate/test']")).to_have_attribute("data-done", "")
    # another network: what stands there is told to be old, and a second look is counted
    train(page)
    page.get_by_role("button", name="Make Run 2 your network").click()
    expect(tested.locator("[data-stale]")).to_be_visible()
    look(page)
    expect(tested.locator("[data-stale]")).to_be_hidden()
    expect(tested.locator("[data-looks]")).to_have_text("You’ve looked at them 2 times.")


def test_a_field_of_the_matrix_shows_its_images(page: Page, tested: Locator) -> None:
    fields = tested.locator("[data-confusion] button")
    counts = [int(text or 0) for text in fields.all_inner_texts()]
    done = page.locator("[data-task='evaluate/cell']")
    fields.nth(counts.index(0)).click()  # none of whose images can be seen
    expect(tested.locator("[data-chosen]")).to_be_visible()
    expect(tested.locator("[data-chosen-said]")).to_contain_text(": 0 images")
    page.wait_for_timeout(500)
    expect(done).not_to_have_attribute("data-done", "")
    wrong = max((count, place) for place, count in enumerate(counts) if place % 11)
    count, place = wrong
    field = fields.nth(place)
    expect(field).to_have_accessible_name(f"{place // 10} read as {place % 10}: {count} images")
    field.click()
    said = tested.locator("[data-chosen-said]")
    expect(said).to_contain_text(f"{place // 10} read as {place % 10}: {count} images")
    images = tested.locator("[data-chosen] li")
    expect(images).to_have_count(min(40, count))
    shares = [int(text.removesuffix("%").removeprefix(">")) for text in images.all_inner_texts()]
    assert shares == sorted(shares, reverse=True)
    inked = images.first.locator("canvas").evaluate(
        "c => c.getContext('2d').getImageData(0, 0, 28, 28).data.some(v => v > 0)"
    )
    assert inked
    expect(done).to_have_attribute("data-done", "")
    # arrow keys move the focus, which only one field can take
    fields.first.click()
    for key in ("ArrowRight", "ArrowDown", "ArrowUp", "ArrowUp", "End"):
        page.keyboard.press(key)
    expect(fields.nth(9)).to_be_focused()
    assert tested.locator("[data-confusion] button[tabindex='0']").count() == 1
    page.keyboard.press("Enter")
    expect(said).to_contain_text("0 read as 9")


def test_the_surest_mistakes_come_first(page: Page, tested: Locator) -> None:
    tested.get_by_role("button", name="Show the mistakes").click()
    part = tested.locator("[data-mistakes]")
    captions = part.locator("li")
    expect(captions).to_have_count(40)
    first = captions.all_inner_texts()
    found = [re.fullmatch(r"(\d)→(\d), >?(\d+)%", text) for text in first]
    assert all(one and one[1] != one[2] for one in found)
    part.get_by_role("button", name="Next").click()
    expect(captions.first).not_to_have_text(first[0])
    part.get_by_role("button", name="Previous").click()
    expect(captions.first).to_have_text(first[0])
    expect(page.locator("[data-task='evaluate/mistakes']")).to_have_attribute("data-done", "")


def test_without_a_network_it_says_what_to_do(page: Page, site: str) -> None:
    page.goto(f"{site}project/")
    part = page.locator("[data-project=evaluate]")
    expect(part.locator("[data-note]")).to_contain_text("Train one first")
    expect(part.locator("[data-test]")).to_be_disabled()


def test_the_matrix_fits_a_phone(new_page: NewPage, site: str) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{site}project/")
    train(page)
    tested = look(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320
    box = tested.locator("[data-confusion] button").last.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 320
