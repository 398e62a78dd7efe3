"""Pictures of every page, to look at; and the one in the README. Only with --screenshots."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from playwright.sync_api import Page

from builder.base.bootstrap import ROOT
from builder.pages.content import load_lessons
from tests.browser.pads import draw_all
from tests.browser.strokefont import digit, placed
from tests.support import NewPage

FOLDER = ROOT / "tests" / "screenshots"
README_PICTURE = Path(__file__).parents[1] / "welcome.png"

pytestmark = pytest.mark.skipif("not config.getoption('--screenshots')", reason="--screenshots")


def prepare(page: Page, site: str, address: str) -> None:
    """Open a page, draw on its pad and run its cells, so that the picture shows it in use."""
    page.goto(site + address)
    page.wait_for_selector("html[data-python=ready]")
    if page.locator("[data-draw-pad]").count():
        page.wait_for_selector("[data-pad][data-recogniser=ready]")
        hand = random.Random(3)
        draw_all(page, [placed(digit(3, hand), hand)])
    for cell in page.locator("[data-cell]").all():
        cell.get_by_role("button", name="Run", exact=True).click()
        page.wait_for_function("cell => cell.dataset.runs === '1'", arg=cell.element_handle())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_every_page(new_page: NewPage, site: str, width: int, scheme: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    page = new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    for lesson in load_lessons(ROOT / "site" / "lessons"):
        prepare(page, site, lesson.address)
        page.screenshot(path=FOLDER / f"{lesson.folder.name}-{width}-{scheme}.png", full_page=True)


def test_the_picture_in_the_readme(new_page: NewPage, site: str) -> None:
    page = new_page(viewport={"width": 1100, "height": 1040})
    prepare(page, site, "")
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=README_PICTURE)
