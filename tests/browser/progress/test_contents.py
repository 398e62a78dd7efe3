"""The list of a page's sections, and the way back to where the reader was."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support import NewPage

pytestmark = pytest.mark.python("off")  # nothing here asks Python

SECTION = "with-shapes"


def read_to(page: Page, anchor: str) -> None:
    page.evaluate("anchor => document.getElementById(anchor).scrollIntoView()", anchor)


def test_the_list_follows_the_reader_and_shows_what_has_passed(page: Page, site: str) -> None:
    page.goto(f"{site}backprop/")
    contents = page.locator("[data-contents]")
    expect(contents.locator("[aria-current]")).to_have_count(0)
    read_to(page, SECTION)
    expect(contents.locator("[aria-current]")).to_have_attribute("href", f"#{SECTION}")
    entry = contents.locator("li", has=page.locator(f"[href='#{SECTION}']"))
    before = entry.locator("[data-done-text]").text_content()
    key = page.evaluate(
        "Object.keys(localStorage).find((key) => key.includes('place:'))"
        ".replace('place:backprop', 'passed:backprop/forward')"
    )
    page.evaluate("key => localStorage.setItem(key, 'x')", key)
    page.reload()
    expect(entry.locator("[data-dot=forward]")).to_have_attribute("data-done", "")
    assert (before, entry.locator("[data-done-text]").text_content()) == (
        ", 0 of 1 exercise passed",
        ", 1 of 1 exercise passed",
    )


def test_a_reader_who_comes_back_is_led_to_where_she_was(page: Page, site: str) -> None:
    page.goto(f"{site}backprop/")
    resume = page.locator("[data-resume]")
    expect(page.locator("[data-contents]")).to_be_visible()
    expect(resume).to_be_hidden()
    read_to(page, SECTION)
    title = page.locator(f"#{SECTION}").inner_text()
    expect(page.locator("[data-contents] [aria-current]")).to_have_text(title)
    for address in ("", "progress/", "backprop/"):
        page.goto(site + address)
        expect(resume).to_contain_text(f"“{title}”")
        resume.locator("a").click()
        expect(page.locator(f"#{SECTION}")).to_be_in_viewport()
        assert page.url == f"{site}backprop/#{SECTION}"


@pytest.mark.parametrize("address", ["", "backprop/"])
def test_no_page_leads_to_its_own_beginning(new_page: NewPage, site: str, address: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 1400})  # shows it without scrolling
    resume, entries = page.locator("[data-resume]"), page.locator("[data-contents] li a")
    page.goto(site + address)
    for entry in (1, 0):  # away, and back to the beginning
        read_to(page, str(entries.nth(entry).get_attribute("href"))[1:])
        expect(entries.nth(entry)).to_have_attribute("aria-current", "location")
    for back in ("glossary/", address):  # a reload would keep the window's place
        page.goto(site + back)
    expect(page.locator("[data-predict] button").first).to_be_enabled()  # all is mounted
    expect(resume).to_be_hidden()


def test_opening_a_page_in_a_tall_window_keeps_the_place(new_page: NewPage, site: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 1400})
    page.goto(f"{site}backprop/")
    expect(page.locator("[data-predict] button").first).to_be_enabled()
    read_to(page, SECTION)
    title = page.locator(f"#{SECTION}").inner_text()
    expect(page.locator("[data-contents] [aria-current]")).to_have_text(title)
    for address in ("", "backprop/", "", "backprop/", "progress/"):
        page.goto(site + address)
        expect(page.locator("[data-resume]")).to_contain_text(f"“{title}”")


def test_nothing_moves_when_the_way_back_comes(page: Page, site: str) -> None:
    page.goto(f"{site}backprop/")
    expect(page.locator("[data-contents]")).to_be_visible()
    read_to(page, SECTION)
    expect(page.locator("[data-contents] [aria-current]")).to_be_visible()
    page.goto(f"{site}progress/")
    held: list[Route] = []
    page.route("**/frame/main.js", lambda route: held.append(route), times=1)
    page.goto(f"{site}backprop/", wait_until="commit")
    goals, resume = page.locator(".goals"), page.locator("[data-resume]")
    page.locator("footer").wait_for()  # all has been read, styles first
    before = goals.bounding_box()
    expect(resume).to_be_hidden()
    held.pop().continue_()
    expect(resume).to_be_visible()
    assert goals.bounding_box() == before


def test_the_list_can_be_skipped_by_keyboard(page: Page, site: str) -> None:
    for address in ("perceptron/", "arrays/"):
        page.goto(site + address)
        contents = page.locator("[data-contents]")
        skip = contents.get_by_role("link", name="Skip this list")
        page.locator("[data-theme-switch]").focus()
        page.keyboard.press("Tab")
        expect(skip).to_be_focused()
        box = skip.bounding_box()
        assert box is not None
        assert box["width"] > 40  # it's seen while it has the focus
        page.keyboard.press("Enter")
        expect(page.locator("#page-title")).to_be_focused()
        page.keyboard.press("Tab")
        expect(
            page.locator("main :not(nav) > a:focus, main :is(input, button):focus")
        ).to_have_count(1)
        assert not contents.evaluate("(list) => list.contains(document.activeElement)")


@pytest.mark.parametrize("value", ["", "{}", '{"anchor": 1}', "[", "null"])
def test_a_damaged_place_is_none(page: Page, site: str, value: str) -> None:
    page.goto(f"{site}glossary/")
    script = """async (value) => {
      const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
      const { placeOn, lastPlace } = await import(folder + 'progress/place.js');
      const store = { keys: () => ['place:x'], get: () => value };
      return [placeOn(store, 'x'), lastPlace(store)];
    }"""
    assert page.evaluate(script, value) == [None, None]


def test_on_a_phone_it_is_a_bar_that_opens_and_moves_nothing(new_page: NewPage, site: str) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{site}arrays/")
    bar, entries = page.locator("[data-contents] [data-toggle]"), page.locator("[data-contents] ol")
    heading = page.locator("main h2").nth(2)
    expect(entries).to_be_hidden()
    page.evaluate("scrollTo(0, 2)")
    place = "heading => heading.getBoundingClientRect().top + scrollY"
    before = heading.evaluate(place)
    page.evaluate("scrollTo(0, 900)")
    expect(page.locator("[data-contents]")).to_have_attribute("data-away", "")
    assert heading.evaluate(place) == before
    heading.evaluate("heading => heading.scrollIntoView()")
    expect(bar).to_contain_text(heading.inner_text())
    bar.press("Enter")
    expect(entries).to_be_visible()
    page.keyboard.press("Escape")
    expect(entries).to_be_hidden()
    expect(bar).to_be_focused()
    bar.click()
    entries.locator("a").last.click()
    expect(entries).to_be_hidden()
    expect(page.locator("main h2").last).to_be_in_viewport()
