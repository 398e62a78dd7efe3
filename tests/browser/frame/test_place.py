"""Back and reload return to the same place, to a few pixels."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support import NewPage

LESSONS = ["perceptron", "activations", "forward", "backprop", "loss"]
SIZES = [(390, 844), (1280, 720)]
FEW = 4  # px
# A page may be painted with the site's letters or before they come: then its lines differ.
NO_LETTERS = "FontFace.prototype.load = () => new Promise(() => {})"
TOP = """() => {
  const seen = [...document.querySelectorAll("main > :is(h2, h3, p, ul)")];
  const at = seen.findIndex((one) => one.getBoundingClientRect().top > 100);
  return [at, seen[at].getBoundingClientRect().top];
}"""


def settled(page: Page) -> tuple[int, float]:
    """Which paragraph is at the top, and how far down, once nothing moves."""
    page.wait_for_selector("html[data-python=ready]", timeout=60_000)
    page.wait_for_load_state("networkidle")
    before = None
    for _ in range(20):
        page.wait_for_timeout(300)
        now = page.evaluate(TOP)
        if now == before:
            break
        before = now
    assert before
    return before[0], before[1]


def scrolled(page: Page, share: float) -> tuple[int, float]:
    page.evaluate(
        "share => scrollTo({ top: share * document.body.scrollHeight, behavior: 'instant' })", share
    )
    return settled(page)


def assert_same(now: tuple[int, float], before: tuple[int, float]) -> None:
    assert now[0] == before[0], (now, before)
    assert abs(now[1] - before[1]) <= FEW, (now, before)


@pytest.mark.slow
@pytest.mark.parametrize("slug", LESSONS)
@pytest.mark.parametrize("size", SIZES)
def test_reload_and_back_return_to_the_same_place(
    new_page: NewPage, site: str, slug: str, size: tuple[int, int]
) -> None:
    page = new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    page.add_init_script(NO_LETTERS)
    page.goto(f"{site}{slug}/")
    settled(page)
    for share in (0.35, 0.8):
        before = scrolled(page, share)
        page.reload()
        assert_same(settled(page), before)
        title = page.locator("h1").inner_text()
        page.evaluate("document.querySelector('.aids a').click()")
        expect(page.locator("h1")).to_have_text("Glossary")
        page.go_back()
        expect(page.locator("h1")).to_have_text(title)
        assert_same(settled(page), before)
    page.evaluate("document.querySelector('main h2:last-of-type .permalink').click()")
    page.wait_for_timeout(300)
    page.go_back()
    assert_same(settled(page), before)
