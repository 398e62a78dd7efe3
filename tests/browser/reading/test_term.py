"""A term where it's used: the glossary's sentence, by mouse, key, and finger."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support import NewPage

pytestmark = pytest.mark.python("off")  # nothing here asks Python

LESSONS = ["perceptron", "activations", "forward", "backprop", "loss", "quiz"]
SIZES = [(320, 640), (390, 844), (1280, 720)]


def terms(page: Page) -> Locator:
    return page.locator("main a[href*='glossary/#term-']:visible")


def card(page: Page) -> Locator:
    return page.locator(".term-card")


def meaning(page: Page, link: Locator) -> str:
    """What the glossary says, in its own page."""
    return str(
        link.evaluate(
            """async (link) => {
              const page = new DOMParser().parseFromString(
                await (await fetch(link.href)).text(), "text/html");
              const id = decodeURIComponent(new URL(link.href).hash.slice(1));
              const entry = page.getElementById(id);
              return entry.nextElementSibling.firstChild.textContent.trim();
            }"""
        )
    )


@pytest.mark.parametrize("slug", LESSONS)
def test_a_click_shows_what_the_glossary_says(page: Page, site: str, slug: str) -> None:
    page.goto(f"{site}{slug}/")
    page.wait_for_selector("main[data-live]")
    count = terms(page).count()
    assert count
    for at in {0, count // 2, count - 1}:
        link = terms(page).nth(at)
        link.scroll_into_view_if_needed()
        link.click()
        expect(card(page)).to_have_count(1)
        expect(card(page)).to_contain_text(meaning(page, link))
        expect(card(page)).to_be_focused()
        assert page.url.endswith(f"{slug}/"), "the reader stays"
        page.keyboard.press("Escape")
        expect(card(page)).to_have_count(0)


def test_keys_open_it_and_lead_back(page: Page, site: str) -> None:
    page.goto(f"{site}loss/")
    page.wait_for_selector("main[data-live]")
    link = terms(page).first
    link.focus()
    page.keyboard.press("Enter")
    expect(card(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(card(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(card(page).get_by_role("link").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#term-*")
    expect(page.locator("dl.glossary")).to_be_visible()


def test_a_mouse_rests_on_it(page: Page, site: str) -> None:
    page.goto(f"{site}backprop/")
    page.wait_for_selector("main[data-live]")
    link = terms(page).first
    link.hover()
    expect(card(page)).to_be_visible()
    expect(link).not_to_be_focused()
    card(page).hover()
    page.wait_for_timeout(500)
    expect(card(page)).to_be_visible()
    page.mouse.move(1, 1)
    expect(card(page)).to_have_count(0)


@pytest.mark.parametrize("size", SIZES)
def test_it_lies_within_the_window_for_a_finger_too(
    new_page: NewPage, site: str, size: tuple[int, int]
) -> None:
    page = new_page(viewport={"width": size[0], "height": size[1]}, has_touch=True)
    page.goto(f"{site}activations/")
    page.wait_for_selector("main[data-live]")
    for at in range(4):
        link = terms(page).nth(at)
        link.scroll_into_view_if_needed()
        link.tap()
        expect(card(page)).to_have_count(1)
        box = card(page).bounding_box()
        assert box
        assert box["x"] >= 0 and box["x"] + box["width"] <= size[0]
        assert box["y"] >= 0 and box["y"] + box["height"] <= size[1]
        page.touchscreen.tap(2, size[1] / 2)
        expect(card(page)).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
