"""How long a learner waits for Python, against a bare page that only loads Pyodide and NumPy."""

from __future__ import annotations

import statistics
from collections.abc import Callable

from playwright.sync_api import Browser, BrowserContext, Page
from support import PATIENCE

ROUNDS = 3
PEER = "bare page, first visit"
PEER_LATER = "bare page, later visit"

# Runs the first cell, which calls NumPy, as soon as the page lets it; notes when it is done.
RUN_EARLY = """
addEventListener('DOMContentLoaded', () => {
  const look = () => {
    const cell = document.querySelector('[data-cell]');
    const run = cell && cell.querySelector('[data-run]');
    if (run && !run.disabled && !window.clicked) { window.clicked = true; run.click(); }
    if (cell && cell.dataset.status === 'done') { window.took = performance.now(); return; }
    setTimeout(look, 2);
  };
  look();
});
"""


def took(page: Page, address: str) -> float:
    """Seconds from navigation to the result."""
    page.goto(address)
    page.wait_for_function("() => window.took !== undefined")
    return float(page.evaluate("window.took")) / 1000


def visit(context: BrowserContext, address: str) -> float:
    page = context.new_page()
    seconds = took(page, address)
    page.close()
    return seconds


def medians(
    browser: Browser, addresses: dict[str, str], measure: Callable[[BrowserContext, str], float]
) -> dict[str, float]:
    """Median seconds of each address, measured in turns so that noise meets all alike."""
    times: dict[str, list[float]] = {name: [] for name in addresses}
    for _ in range(ROUNDS):
        for name, address in addresses.items():
            context = browser.new_context()
            context.set_default_timeout(PATIENCE)
            context.add_init_script(RUN_EARLY)
            times[name].append(measure(context, address))
            context.close()
    return {name: statistics.median(values) for name, values in times.items()}


def later(context: BrowserContext, address: str) -> float:
    """Seconds of a second visit, once everything that will be kept is kept."""
    page = context.new_page()
    took(page, address)
    if page.locator("html[data-offline]").count():
        page.wait_for_selector("html[data-offline=ready]")
        page.wait_for_timeout(3000)  # a snapshot is written when the page has been idle
    page.close()
    return visit(context, address)


def test_boot(browser: Browser, fast_site: str, bare: str, results) -> None:  # type: ignore[no-untyped-def]
    addresses = {"ours": f"{fast_site}perceptron/", "bare": bare}
    first = medians(browser, addresses, visit)
    results.add("first visit to a cell's result", first["ours"], PEER, first["bare"], 0.50)
    again = medians(browser, addresses, later)
    results.add("later visit to a cell's result", again["ours"], PEER_LATER, again["bare"], 0.35)
