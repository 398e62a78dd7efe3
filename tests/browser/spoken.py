"""What a page has a screen reader say: every change of a live region, as Chromium would tell it."""

from __future__ import annotations

from playwright.sync_api import Page

LISTEN = """() => {
  window.spoken = [];
  const regionOf = (node) => {
    const from = node instanceof Element ? node : node.parentElement;
    const region = from?.closest("[aria-live], [role=alert]");
    return region?.getAttribute("aria-live") === "off" ? null : region;
  };
  const hear = (records) => {
    const changed = new Set(records.filter(({ addedNodes, type }) =>
      type === "characterData" || addedNodes.length).map(({ target }) => regionOf(target)));
    for (const region of changed) {
      const said = region?.checkVisibility() && region.textContent.trim();
      if (said) window.spoken.push(said);
    }
  };
  const options = { subtree: true, childList: true, characterData: true };
  new MutationObserver(hear).observe(document.body, options);
}"""


def listen(page: Page) -> None:
    page.evaluate(LISTEN)


def spoken(page: Page) -> list[str]:
    """What has been said since the last time."""
    said: list[str] = page.evaluate("window.spoken.splice(0)")
    return said
