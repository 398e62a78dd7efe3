"""What axe finds wrong for people who see, hear or point otherwise."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Page

from builder.base.bootstrap import ROOT
from tests.support import at_rest

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# A color on its way to another is neither: transitions are ended before axe looks. In the dark only
# colors are others, and every test looks in the light, too.
LOOK = """async (part) => {
  for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const rules = dark ? { runOnly: ["color-contrast"] } : {};
  const { violations } = await axe.run(part ?? document, rules);
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}"""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def assert_accessible(page: Page, part: str | None = None) -> None:
    """Have axe look at the page, or at a part of it, as it is."""
    at_rest(page)
    page.evaluate(AXE.read_text())  # anew: a page without a link to it is loaded in full
    found = page.evaluate(LOOK, part)
    assert found == []


def assert_accessible_in_both(page: Page, part: str) -> None:
    """Have axe look at a part of the page, in light and in dark."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert_accessible(page, part)
