"""A cell of a page on its first visit, opened once for each module of tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator

from tests.browser.coding import watched_page


@pytest.fixture(scope="module")
def cell(browser: Browser, site: str) -> Iterator[Locator]:
    for page in watched_page(browser, site):
        yield page.locator("[data-cell]").first
