"""One part of a page alone, for another page's frame; and links to parts as they are."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support import at_rest

pytestmark = pytest.mark.python("off")

SEEN = """(part) => [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility()
  && !one.closest(`${part}, .only-source, .visually-hidden`) && !one.querySelector(part))
  .map((one) => one.outerHTML)"""


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("perceptron/?only=figure-boundary", "[data-figure=boundary]"),
        ("perceptron/?only=figure-boundary#figure-boundary?b=1", "[data-figure=boundary]"),
        ("perceptron/?only=exercise-predict", "[data-exercise='perceptron/predict']"),
        ("?only=pad", "[data-pad]"),
    ],
)
@pytest.mark.parametrize("width", [360, 1280])
def test_one_part_is_seen_and_nothing_else(
    page: Page, site: str, address: str, part: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(site + address)
    page.wait_for_selector("main[data-live]")
    expect(page.locator(part)).to_be_visible()
    assert page.evaluate(SEEN, part) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    source = page.locator(".only-source a")
    whole = re.sub(r"\?only=[\w-]+(#.*)?", "", address)
    with page.context.expect_page() as opened:
        source.click()
    assert opened.value.url.startswith(f"{site}{whole}#")
    expect(opened.value.locator("header.top")).to_be_visible()


@pytest.mark.parametrize("name", ["figure-nothing", "main", "", "x'y\"]", "figure-../..", "%"])
def test_a_part_that_is_not_there_leaves_the_page_whole(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}perceptron/?only={name}")
    page.wait_for_selector("main[data-live]")
    expect(page.locator("header.top")).to_be_visible()


def test_a_page_without_its_frame_keeps_all_of_its_text(page: Page, site: str) -> None:
    page.goto(f"{site}perceptron/?only=page")
    page.wait_for_selector("main[data-live]")
    expect(page.locator("header.top")).to_be_hidden()
    expect(page.locator("footer.foot")).to_be_hidden()
    with page.context.expect_page() as opened:
        page.locator(".onward .next").click()
    expect(opened.value.locator("h1")).to_have_text("Activations")


def test_an_exercise_has_a_link_to_itself(page: Page, site: str) -> None:
    page.goto(f"{site}perceptron/")
    at_rest(page)
    page.locator("#exercise-predict").hover()
    page.locator("#exercise-predict .permalink").click()
    assert page.url == f"{site}perceptron/#exercise-predict"


@pytest.mark.python("on")
def test_a_figure_gives_a_link_to_its_state(warm_page: Page, site: str) -> None:
    page = warm_page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}perceptron/")
    figure = page.locator("[data-figure=boundary]")
    expect(figure).to_have_attribute("data-live", "true")
    slider = figure.locator("input[type=range]").first
    slider.fill(str(slider.evaluate("(one) => one.max")))
    values = figure.locator("form").evaluate("(form) => [...new FormData(form)]")
    share, note = figure.get_by_role("button", name="Link to this"), figure.locator("[data-note]")
    share.click()
    expect(note).to_contain_text("copied")
    address = page.url
    assert page.evaluate("navigator.clipboard.readText()") == address
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    share.click()
    expect(note).to_contain_text("address bar")
    page.goto("about:blank")
    page.goto(address)
    figure = page.locator("[data-figure=boundary]")
    expect(figure).to_have_attribute("data-live", "true")
    assert figure.locator("form").evaluate("(form) => [...new FormData(form)]") == values
