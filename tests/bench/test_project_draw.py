"""How soon the project's bars follow the pen: from a pointer event's handler to the DOM."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.bench.figures import Results
from tests.browser.own import give_network, kept
from tests.support import PATIENCE

ROUNDS = 200
WARM_UP = 30
LIMIT, LIMIT_BOTH = 8, 16  # ms, 95th percentile
STROKE = [[42, 67], [87, 31], [136, 73], [106, 133], [76, 140], [127, 179], [107, 239], [22, 217]]
HIDDEN = (128,)  # the page's default network

# One stroke of a 3, drawn over and over: each move comes when both have answered the one before,
# after a pause that meets frames and idle moments at any phase.
DRAW = """async ([stroke, warmUp, rounds]) => {
  const canvas = document.querySelector('canvas[data-draw-pad]');
  const clear = [...document.querySelectorAll('button')].find(one => one.textContent === 'Clear');
  const targets = ['', '-own'].map(one => document.querySelector(`[data-prediction${one}]`));
  const next = (target) => new Promise((done) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      done(performance.now());
    });
    observer.observe(target, { attributeFilter: ['data-revision'] });
  });
  const pause = (i) => new Promise((go) => setTimeout(go, 20 + (i * 7) % 17));
  const at = (i) => {
    const place = (i % 70) / 10, [from, to] = [Math.floor(place), Math.floor(place) + 1];
    return [0, 1].map(k => stroke[from][k] + (place - from) * (stroke[to][k] - stroke[from][k]));
  };
  const send = async (type, i) => {
    const box = canvas.getBoundingClientRect();
    const [x, y] = at(i).map(value => value / 280);
    const answers = targets.map(next);
    const started = performance.now();
    canvas.dispatchEvent(new PointerEvent(type, {
      bubbles: true, cancelable: true, pointerId: 7, pointerType: 'pen', isPrimary: true,
      buttons: 1, clientX: box.left + x * box.width, clientY: box.top + y * box.height,
    }));
    return (await Promise.all(answers)).map(time => time - started);
  };
  const full = [], both = [];
  for (let i = 0; i < warmUp + rounds; i++) {
    if (i % 70 === 0) {
      if (i) await send('pointerup', i - 1);
      const cleared = targets.map(next);
      clear.click();
      await Promise.all(cleared);
      await send('pointerdown', i);
    }
    await pause(i);
    const [first, second] = await send('pointermove', i);
    if (i < warmUp) continue;
    full.push(first);
    both.push(Math.max(first, second));
  }
  return { full, both };
}"""


@pytest.fixture
def page(browser: Browser, fast_site: str) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    give_network(page, fast_site, kept(HIDDEN))
    page.goto(f"{fast_site}project/")
    page.wait_for_selector("[data-pad][data-recogniser=ready]")
    page.wait_for_selector("html[data-python=ready]")
    page.wait_for_selector("html[data-offline=ready]")
    page.wait_for_selector("[data-prediction-own]:not([data-revision='0'])")
    yield page
    context.close()


def test_draw(page: Page, results: Results) -> None:
    found = page.evaluate(DRAW, [STROKE, WARM_UP, ROUNDS])
    for name, limit in (("full model", LIMIT), ("both models", LIMIT_BOTH)):
        times = found[name.split()[0]]
        slow = statistics.quantiles(times, n=20)[-1]
        print(f"{name}: median {statistics.median(times):.2f} ms, longest {max(times):.2f} ms")
        results.absolute(f"draw: event to bars, {name}, p95", slow, "ms", limit)
