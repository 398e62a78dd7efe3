"""A long session in one page: 1,000 runs, 200 stops, 50 restarts, and nothing is left behind."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, CDPSession, Page

from tests.bench.figures import Results
from tests.browser.coding import editor
from tests.support import PATIENCE

RUNS, STOPS, RESTARTS = 1000, 200, 50
WARM = 20  # runs before the first measurement, so that everything lazy is there
RUN = """async ([times, until]) => {
  const cell = document.querySelector('[data-cell]');
  const button = cell.querySelector('[data-run]');
  const comes = async (element, name, wanted) => {
    const begun = performance.now();
    while (element.dataset[name] !== wanted) {
      if (performance.now() - begun > 60_000) {
        throw new Error(`${name} stays ${element.dataset[name]}, never ${wanted}`);
      }
      await new Promise((next) => setTimeout(next, 1));
    }
  };
  const status = (wanted) => comes(cell, 'status', wanted);
  const python = (wanted) => comes(document.documentElement, 'python', wanted);
  for (let i = 0; i < times; i++) {
    button.click();
    if (until === 'stopped') { await status('running'); button.click(); }
    await status(until === 'lost' ? 'done' : until);
    if (until === 'lost') { await python('booting'); await python('ready'); }
  }
}"""
DIE = """
import pyodide.code, time
pyodide.code.run_js('setTimeout(() => { throw new Error("on purpose") })')
"""


def heap(session: CDPSession) -> float:
    """Bytes of JavaScript in use, after a collection."""
    session.send("HeapProfiler.collectGarbage")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "JSHeapUsedSize"))


def type_in(page: Page, code: str) -> None:
    editor(page.locator("[data-cell]").first).fill(code)


@pytest.mark.timeout(1800)
def test_soak(browser: Browser, fast_site: str, results: Results) -> None:
    context = browser.new_context()
    context.set_default_timeout(10 * PATIENCE)
    page = context.new_page()
    page.goto(f"{fast_site}perceptron/")
    page.wait_for_selector("html[data-offline=ready]")
    page.reload()  # isolated now: Stop interrupts, and keeps the worker
    page.wait_for_selector("html[data-python=ready]")
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    type_in(page, "import numpy as np\nnp.arange(5).sum()")
    page.evaluate(RUN, [WARM, "done"])
    before = heap(session)
    page.evaluate(RUN, [RUNS, "done"])
    type_in(page, "while True: pass")
    page.evaluate(RUN, [STOPS, "stopped"])
    type_in(page, DIE)
    page.evaluate(RUN, [RESTARTS, "lost"])
    type_in(page, "import numpy as np\nnp.arange(5).sum()")
    page.evaluate(RUN, [WARM, "done"])
    growth = 100 * (heap(session) / before - 1)
    workers = len(page.workers)
    context.close()
    what = f"heap growth after {RUNS:,} runs, {STOPS} stops and {RESTARTS} restarts"
    results.absolute(what, growth, "%", 20)
    results.absolute("workers left after that", workers, "", 1)
    assert workers == 1
