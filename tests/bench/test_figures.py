"""How soon a figure answers: from the control's event to the new drawing, and to its paint."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from builder.base.bootstrap import ROOT
from builder.pages.content import load_lessons, load_pages
from tests.bench.figures import Results
from tests.support import PATIENCE

ROUNDS = 60
LIMIT = 8  # ms, 95th percentile, from the event to the DOM
AGAINST_EMPTY = 1.2  # times an empty round trip, both to paint
PAGES = (*load_lessons(ROOT / "site" / "lessons"), *load_pages(ROOT / "site" / "pages"))
LESSONS = [
    lesson.slug
    for lesson in PAGES
    if "CONTROLS = [" in "".join(p.read_text() for p in lesson.folder.glob("figures/*.py"))
]

# Shared by both: when the next frame has been painted, and a pause that meets frames at any phase.
TOOLS = """
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(0);
  }));
  const pause = (i) => new Promise((next) => setTimeout(next, 20 + (i * 7) % 17));
"""
FIGURE = (
    """async ([name, rounds]) => {"""
    + TOOLS
    + """
  const figure = document.querySelector(`[data-figure="${name}"]`);
  const drawing = figure.querySelector('[data-drawing]');
  const field = figure.querySelector('input[type=range], select, input[type=checkbox]');
  const grip = figure.querySelector('[data-point]');
  const isEnd = () => Number(field.value) === Number(field.max);
  const change = (i) => {
    if (!field) {
      const key = i % 2 ? 'ArrowLeft' : 'ArrowRight';
      return grip.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
    if (field.type === 'checkbox') field.checked = !field.checked;
    else if (field.localName === 'select') field.selectedIndex = (i + 1) % field.options.length;
    else if (isEnd()) field.value = field.min;
    else field.stepUp();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const dom = [], paint = [];
  for (let i = 0; i < rounds + 10; i++) {
    await pause(i);
    const drawn = new Promise((done) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        done(performance.now());
      });
      observer.observe(drawing, { childList: true });
    });
    const started = performance.now();
    change(i);
    const updated = await drawn;
    if (i >= 10) dom.push(updated - started);
    const end = await painted();
    if (i >= 10) paint.push(end - started);
  }
  return { dom, paint };
}"""
)
EMPTY = (
    """async ([rounds]) => {"""
    + TOOLS
    + """
  const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
  const { Python } = await import(folder + 'python/service.js');
  const { root } = await import(folder + 'kit/generated/parts.js');
  const { strings } = await import(folder + 'kit/generated/strings.js');
  const python = new Python(root, strings.python);
  await python.call('bridge.ping', {});
  const paint = [];
  for (let i = 0; i < rounds + 10; i++) {
    await pause(i);
    const started = performance.now();
    await python.call('bridge.ping', {});
    const end = await painted();
    if (i >= 10) paint.push(end - started);
  }
  python.process.end();
  return paint;
}"""
)


@pytest.fixture(scope="module", params=LESSONS)
def page(request: pytest.FixtureRequest, browser: Browser, fast_site: str) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{fast_site}{request.param}/")
    page.wait_for_selector("html[data-offline=ready]")
    page.wait_for_selector("html[data-python=ready]")
    yield page
    context.close()


def test_figures(page: Page, results: Results) -> None:
    empty = statistics.median(page.evaluate(EMPTY, [ROUNDS]))
    names = page.locator("[data-figure]").evaluate_all("all => all.map(one => one.dataset.figure)")
    assert names
    lesson = page.evaluate("document.documentElement.dataset.lesson")
    for name in names:
        figure = f"figure {lesson}/{name}"  # two lessons may have figures of one name
        found = page.evaluate(FIGURE, [name, ROUNDS])
        slow = statistics.quantiles(found["dom"], n=20)[-1]
        results.absolute(f"{figure}: event to drawing, 95th percentile", slow, "ms", LIMIT)
        paint = statistics.median(found["paint"]) / 1000
        what = f"{figure}: event to paint, median"
        results.ratio(what, paint, "an empty round trip to paint", empty / 1000, AGAINST_EMPTY)
