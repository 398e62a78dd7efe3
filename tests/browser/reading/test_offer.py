"""A page beside the path, offered by a lesson until it has been opened or declined."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support import NewPage

pytestmark = pytest.mark.python("off")  # nothing here asks Python

LESSON, OFFERED = "perceptron/", "arrays/"


def offer(page: Page, site: str) -> Locator:
    page.goto(site + LESSON)
    return page.locator("[data-offer]")


def by_click(page: Page, site: str) -> None:
    offer(page, site).get_by_role("button").click()


def by_keyboard(page: Page, site: str) -> None:
    offer(page, site).get_by_role("link").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-offer]")).to_be_hidden()
    page.keyboard.press("Tab")  # goes on from there
    follows = "(offer) => offer.compareDocumentPosition(document.activeElement) === 4"
    assert page.locator("[data-offer]").evaluate(follows)


def by_following_it(page: Page, site: str) -> None:
    offer(page, site).get_by_role("link").click()
    expect(page.locator("html")).to_have_attribute("data-lesson", "arrays")
    page.go_back()
    expect(page.locator("html")).to_have_attribute("data-lesson", "perceptron")


def by_opening_the_page(page: Page, site: str) -> None:
    page.goto(site + OFFERED)
    expect(page.locator("[data-predict] button").first).to_be_enabled()
    page.goto(site + LESSON)


@pytest.mark.parametrize("end", [by_click, by_keyboard, by_following_it, by_opening_the_page])
def test_it_is_offered_once(page: Page, site: str, end: Callable[[Page, str], None]) -> None:
    expect(offer(page, site)).to_be_visible()
    page.reload()
    expect(page.locator("[data-offer]")).to_be_visible()
    end(page, site)
    expect(page.locator("[data-offer]")).to_be_hidden()
    page.reload()
    expect(page.locator("[data-predict] button").first).to_be_enabled()
    expect(page.locator("[data-offer]")).to_be_hidden()


def test_no_other_lesson_offers_it(page: Page, site: str) -> None:
    for address in ("", "activations/", OFFERED):
        page.goto(site + address)
        expect(page.locator("[data-offer]")).to_have_count(0)


def test_another_tab_that_opens_the_page_ends_it(new_page: NewPage, site: str) -> None:
    page = new_page()
    expect(offer(page, site)).to_be_visible()
    page.context.new_page().goto(site + OFFERED)
    expect(page.locator("[data-offer]")).to_be_hidden()


def test_it_needs_no_python(page: Page, site: str) -> None:
    page.route("**/*.wasm", lambda route: route.abort())
    expect(offer(page, site)).to_be_visible()
    page.locator("[data-offer] button").click()
    expect(page.locator("[data-offer]")).to_be_hidden()


def test_without_javascript_it_is_not_in_the_way(new_page: NewPage, site: str) -> None:
    page = new_page(java_script_enabled=False)
    expect(offer(page, site)).to_be_hidden()


def test_it_says_how_long_it_takes_and_leads_on_to_the_lesson(page: Page, site: str) -> None:
    page.goto(site + OFFERED)
    expect(page.locator(".kicker")).to_contain_text("min to read")
    expect(page.locator(".kicker")).to_contain_text("2 exercises")
    page.locator(".onward .next").click()
    expect(page.locator("html")).to_have_attribute("data-lesson", "perceptron")
    page.goto(f"{site}glossary/")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".kicker, .onward")).to_have_count(0)
