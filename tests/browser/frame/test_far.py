"""What's far from what is seen waits to be laid out, and nobody notices."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support import at_rest

pytestmark = pytest.mark.python("off")  # nothing here asks Python

SOON = """const later = setTimeout;
window.setTimeout = (work, wait, ...given) => later(work, Math.min(wait, 1000), ...given);"""
LAID_OUT = "(one) => one.checkVisibility({ contentVisibilityAuto: true })"
JUMP = """(one) => {
  one.scrollIntoView({ block: "start", behavior: "instant" });
  return one.getBoundingClientRect().top;
}"""
TOP = "(one) => one.getBoundingClientRect().top"


def test_it_is_laid_out_once_the_reader_rests(page: Page, site: str) -> None:
    page.add_init_script(SOON)
    page.goto(f"{site}perceptron/")
    page.wait_for_selector("main[data-live]")
    expect(page.locator("html[data-far]")).to_be_attached()
    expect(page.locator("html:not([data-far])")).to_be_attached()
    last = page.locator("main > p math").last
    assert last.evaluate(LAID_OUT)


def test_until_then_it_waits_and_the_reader_ends_that_without_losing_their_place(
    page: Page, site: str
) -> None:
    page.goto(f"{site}perceptron/")
    page.wait_for_selector("main[data-live]")
    expect(page.locator("html[data-far]")).to_be_attached()
    assert not page.locator("main > p math").last.evaluate(LAID_OUT)
    heading = page.locator("main > h2").nth(5)
    top = heading.evaluate(JUMP)
    at_rest(page)
    assert abs(heading.evaluate(TOP) - top) < 2
    assert page.locator("main > p math").last.evaluate(LAID_OUT)


@pytest.mark.parametrize("how", ["a link to a part", "a reload"])
def test_who_comes_to_a_place_waits_for_nothing(page: Page, site: str, how: str) -> None:
    page.goto(f"{site}perceptron/" + "#where-it-fails-xor" * (how == "a link to a part"))
    if how == "a reload":
        page.reload()
    page.wait_for_selector("main[data-live]")
    assert page.locator("main > p math").last.evaluate(LAID_OUT)
