"""How long a learner waits for Python, against a bare page that only loads Pyodide and NumPy."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.bench.figures import Results
from tests.browser.coding import editor
from tests.support import PATIENCE

ROUNDS = 5
PEER = "bare page, first visit"
PEER_LATER = "bare page, later visit"
SETTLED = 3000  # ms: a snapshot is made ready and stored when the page has been idle

# Runs the first cell, which calls NumPy, as soon as the page lets it; notes when it is done,
# and every long task of the main thread until then.
RUN_EARLY = """
window.longest = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries())
    if (window.took === undefined) window.longest = Math.max(window.longest, duration);
}).observe({ type: 'longtask', buffered: true });
window.runFirstCell = () => new Promise((resolve) => {
  let clicked = false;
  const look = () => {
    const cell = document.querySelector('[data-cell]');
    const run = cell && cell.querySelector('[data-run]');
    if (run && !run.disabled && !clicked) { clicked = true; run.click(); }
    if (clicked && cell.dataset.status === 'done') return resolve();
    setTimeout(look, 2);
  };
  look();
});
addEventListener('DOMContentLoaded', () => {
  if (window.measured === undefined)
    window.runFirstCell().then(() => { window.took = performance.now(); });
});
"""
WATCH_REPL = """
window.longest = 0;
const look = setInterval(() => {
  const shown = document.querySelector('.jp-OutputArea-output')?.textContent;
  if (!shown?.includes('12345')) return;
  clearInterval(look);
  window.took = performance.now();
}, 5);
"""
BY_LINK = """async () => {
  const started = performance.now();
  document.querySelector('a[href$="perceptron/"]').click();
  const { dataset } = document.documentElement;
  while (dataset.lesson !== 'perceptron') await new Promise((next) => setTimeout(next, 1));
  await window.runFirstCell();
  return performance.now() - started;
}"""
STOP = """async () => {
  const root = document.documentElement;
  const started = performance.now();
  document.querySelector('[data-cell] [data-run]').click();
  while (root.dataset.python !== 'booting') await new Promise((next) => setTimeout(next, 1));
  while (root.dataset.python !== 'ready') await new Promise((next) => setTimeout(next, 1));
  return performance.now() - started;
}"""
PING = """async () => {
  const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
  const { Python } = await import(folder + 'python/service.js');
  const { root } = await import(folder + 'kit/generated/parts.js');
  const { strings } = await import(folder + 'kit/generated/strings.js');
  const python = new Python(root, strings.python);
  for (let i = 0; i < 50; i++) await python.call('bridge.ping', {});
  const times = [];
  for (let i = 0; i < 500; i++) {
    const started = performance.now();
    await python.call('bridge.ping', {});
    times.push(performance.now() - started);
  }
  return times;
}"""


@dataclass
class Visit:
    seconds: float
    longest: float  # ms of the main thread's longest task, 0 if none took 50 ms


def visit(context: BrowserContext, address: str) -> Visit:
    """Measure from navigation to the result."""
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("() => window.took !== undefined")
    page.wait_for_timeout(100)  # long tasks are told a little later
    measured = Visit(page.evaluate("took") / 1000, page.evaluate("window.longest"))
    page.close()
    return measured


def settle(page: Page) -> None:
    """Wait until everything that will be kept is kept."""
    if page.locator("html[data-offline]").count():
        page.wait_for_selector("html[data-offline=ready]")
        page.wait_for_timeout(SETTLED)


def later(context: BrowserContext, address: str) -> Visit:
    """Measure a second visit."""
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("() => window.took !== undefined")
    settle(page)
    page.close()
    return visit(context, address)


def fresh(browser: Browser, **options: str) -> BrowserContext:
    context = browser.new_context(**options)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    context.add_init_script(RUN_EARLY)
    return context


@pytest.fixture(scope="module")
def visits(browser: Browser, fast_site: str, bare: str) -> dict[str, list[Visit]]:
    """First and later visits to both, in turns, so that noise meets all alike."""
    addresses = {"ours": f"{fast_site}perceptron/", "bare": bare}
    ways: dict[str, Callable[[BrowserContext, str], Visit]] = {"first": visit, "later": later}
    found: dict[str, list[Visit]] = {}
    for _ in range(ROUNDS):
        for way, measure in ways.items():
            for name, address in addresses.items():
                context = fresh(browser)
                found.setdefault(f"{name} {way}", []).append(measure(context, address))
                context.close()
    return found


def median(measured: list[Visit]) -> float:
    return statistics.median(one.seconds for one in measured)


def test_first_visit(visits: dict[str, list[Visit]], results: Results) -> None:
    ours, bare = median(visits["ours first"]), median(visits["bare first"])
    results.ratio("first visit to a cell's result", ours, PEER, bare, 0.50)


def test_later_visit(visits: dict[str, list[Visit]], results: Results) -> None:
    ours, bare = median(visits["ours later"]), median(visits["bare later"])
    results.ratio("later visit to a cell's result", ours, PEER_LATER, bare, 0.35)


def test_jupyterlite(
    browser: Browser, jupyterlite: str, visits: dict[str, list[Visit]], results: Results
) -> None:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    context.add_init_script(WATCH_REPL)
    visit(context, jupyterlite)
    page = context.new_page()  # its service worker and caches have had their time
    page.wait_for_timeout(SETTLED)
    times = [visit(context, jupyterlite).seconds for _ in range(ROUNDS)]
    context.close()
    ours, theirs = median(visits["ours later"]), statistics.median(times)
    what = "later visit to a cell's result, beside a notebook's"
    results.ratio(what, ours, "JupyterLite's REPL, later visit", theirs, 0.10)


def test_next_page(
    browser: Browser, fast_site: str, visits: dict[str, list[Visit]], results: Results
) -> None:
    times = []
    for _ in range(ROUNDS):
        context = fresh(browser)
        page = context.new_page()
        page.add_init_script("window.measured = false")  # the click below is what counts
        page.goto(f"{fast_site}activations/")
        page.wait_for_selector("html[data-python=ready]")
        settle(page)
        times.append(page.evaluate(BY_LINK) / 1000)
        context.close()
    bare = median(visits["bare later"])
    what = "next page by its link: click to a cell's result"
    results.ratio(what, statistics.median(times), PEER_LATER, bare, 0.10)


def test_restart_without_isolation(
    browser: Browser, fast_site: str, visits: dict[str, list[Visit]], results: Results
) -> None:
    times = []
    context = fresh(browser, service_workers="block")
    page = context.new_page()
    page.goto(f"{fast_site}perceptron/")
    page.wait_for_function("() => window.took !== undefined")
    assert page.evaluate("crossOriginIsolated") is False
    page.wait_for_timeout(SETTLED)
    cell = page.locator("[data-cell]").first
    editor(cell).fill("while True: pass")
    for _ in range(ROUNDS):
        cell.get_by_role("button", name="Run").click()
        page.wait_for_selector("[data-cell][data-status=running]")
        times.append(page.evaluate(STOP) / 1000)
    context.close()
    bare = median(visits["bare first"])
    what = "restart after Stop, without cross-origin isolation"
    results.ratio(what, statistics.median(times), PEER, bare, 0.35)


def test_round_trip(browser: Browser, fast_site: str, results: Results) -> None:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{fast_site}perceptron/")
    page.wait_for_selector("html[data-offline=ready]")
    page.wait_for_timeout(SETTLED)
    times = page.evaluate(PING)
    context.close()
    slow = statistics.quantiles(times, n=20)[-1]
    results.absolute("empty round trip page - worker - page, 95th percentile", slow, "ms", 2)


def test_longest_task(visits: dict[str, list[Visit]], results: Results) -> None:
    longest = statistics.median(one.longest for one in visits["ours first"])
    what = "longest task of the main thread during the first visit (tasks under 50 ms count as 0)"
    results.absolute(what, longest, "ms", 50)
