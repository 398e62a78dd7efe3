"""Where the focus is after a link into the middle of a page, and after Back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support import without_python

AT = "() => { const { activeElement: at } = document; return at.id || at.getAttribute('href') }"
TOP = "() => document.activeElement.getBoundingClientRect().top"
INSIDE = (
    "main :is(p, dd) a:is([href^='../'], [href$='/']):not([href*=glossary], [download]):visible"
)
TARGETS = [
    ("loss/", "figure-logits?true=2", "figure-logits"),
    ("perceptron/", "one-neuron", "one-neuron"),
    ("glossary/", "term-bias", "term-bias"),
    ("backprop/", "exercise-backward", "exercise-backward"),
]


@pytest.fixture
def page(page: Page) -> Page:
    without_python(page.context)
    return page


def test_a_link_into_another_page_puts_the_focus_where_it_leads(page: Page, site: str) -> None:
    for address, fragment, target in TARGETS:
        page.goto(f"{site}progress/")
        link = page.locator("main a").first
        link.evaluate("(link, href) => (link.href = href)", f"../{address}#{fragment}")
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{site}{address}#{fragment}")
        page.wait_for_function(f"({AT})() === '{target}'")
        assert -5 < page.evaluate(TOP) < 300


@pytest.mark.parametrize(("start", "link"), [("loss/", 5), ("glossary/", 30), ("welcome", 3)])
def test_back_puts_the_focus_on_the_link_that_was_left(
    page: Page, site: str, start: str, link: int
) -> None:
    page.goto(site + start.replace("welcome", ""))
    inside = page.locator(INSIDE)
    one = inside.nth(min(link, inside.count() - 1))
    href = one.get_attribute("href")
    one.focus()
    title = page.title()
    page.keyboard.press("Enter")
    page.wait_for_function("(title) => document.title !== title", arg=title)
    page.go_back()
    page.wait_for_function(f"(href) => ({AT})() === href", arg=href)
    assert 0 <= page.evaluate(TOP) < 720


def test_back_from_a_link_of_the_frame_puts_the_focus_on_what_was_read(
    page: Page, site: str
) -> None:
    page.goto(f"{site}backprop/")
    page.evaluate("scrollTo({ top: 9000, behavior: 'instant' })")
    page.wait_for_function("() => history.state?.top > 8000")
    page.evaluate("document.querySelector('.aids a').click()")
    expect(page.locator("h1")).to_have_text("Glossary")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Backpropagation")
    page.wait_for_function("() => document.activeElement.parentElement?.id === 'main'")
    assert -3000 < page.evaluate(TOP) < 720


def test_a_link_within_the_page_and_back_again(page: Page, site: str) -> None:
    page.goto(f"{site}perceptron/")
    link = page.locator("main > :not(nav) a[href^='#']").first
    href = link.get_attribute("href") or ""
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"(id) => ({AT})() === id", arg=href[1:])
    page.go_back()
    page.wait_for_function(f"(href) => ({AT})() === href", arg=href)
