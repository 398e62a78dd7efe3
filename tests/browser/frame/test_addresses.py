"""Whatever address leads to a page, it comes alive; if its scripts don't, it says so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support import Problems

pytestmark = pytest.mark.python("off")  # nothing here asks Python


@pytest.mark.parametrize("path", ["", "perceptron/", "quiz/", "glossary/", "project/", "progress/"])
@pytest.mark.parametrize("fragment", ["%", "%E0%A4%A", "%3F%", "no-such-place"])
def test_a_fragment_that_is_no_text_stops_nothing(
    page: Page, site: str, path: str, fragment: str
) -> None:
    page.goto(f"{site}{path}#{fragment}")
    expect(page.locator("[data-theme-switch]")).to_be_visible()
    expect(page.locator("[data-incomplete-notice]")).to_be_hidden()


@pytest.mark.parametrize("script", ["**/frame/main.js", "**/static/**/*.js"])
@pytest.mark.parametrize("how", ["blocked", "empty", "no JavaScript"])
def test_a_page_whose_scripts_do_not_come_says_so(
    page: Page, site: str, problems: Problems, script: str, how: str
) -> None:
    problems.expect("ERR_FAILED|error: |console: ")
    body = {"empty": "", "no JavaScript": "<!doctype html>"}.get(how)

    def answer(route: Route) -> None:
        if "notices.js" in route.request.url:
            route.fallback()
        elif body is None:
            route.abort()
        else:
            route.fulfill(body=body, content_type="text/javascript")

    page.route(script, answer)
    page.goto(f"{site}perceptron/")
    expect(page.locator("[data-incomplete-notice]")).to_contain_text("Reload the page")
