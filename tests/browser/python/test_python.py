"""The page's side of Python, asked directly: order, timeouts, a worker that dies."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support import PATIENCE, NewPage, Problems

# Gives the scenario a Python of its own, and `run(code, options)`.
SCENARIO = """async () => {
  const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
  const { Python } = await import(folder + 'python/service.js');
  const { root } = await import(folder + 'kit/generated/parts.js');
  const { strings } = await import(folder + 'kit/generated/strings.js');
  const python = new Python(root, strings.python);
  const run = (code, options) =>
    python.call('cells.run', { cell: 'a', code, lesson: 'x' }, options);
  const outcome = (promise) => promise.then(
    (done) => ({ done }), (error) => ({ kind: error.kind, lost: error.lost }));
  %s
}"""


@pytest.fixture
def isolated(warm_page: Page, site: str) -> Page:
    """A page whose Python is interrupted through shared memory."""
    warm_page.goto(f"{site}quiz/")
    assert warm_page.evaluate("crossOriginIsolated")
    return warm_page


@pytest.fixture
def ask(page: Page, site: str) -> Any:
    page.goto(f"{site}quiz/")
    return lambda scenario: page.evaluate(SCENARIO % scenario)


@pytest.fixture
def unread(new_page: NewPage) -> tuple[Page, list[Route]]:
    """A page that will get no further than its head, and what it asks for then."""
    page = new_page()
    held: list[Route] = []
    page.route("**/frame/main.js", lambda route: held.append(route))
    return page, held


def first(page: Page, held: list[Route]) -> Route:
    """Return what the page asked for first, once it has."""
    for _ in range(PATIENCE // 50):
        if held:
            break
        page.wait_for_timeout(50)
    return held[0]


def test_pythons_worker_begins_before_the_page_is_read(
    unread: tuple[Page, list[Route]], site: str
) -> None:
    page, held = unread
    with page.expect_worker() as begun:
        page.goto(f"{site}perceptron/", wait_until="commit")
    assert begun.value.url.startswith("blob:")  # else the page's policy wouldn't hold in it
    expect(page.locator("html")).to_have_attribute("data-python", "off")
    first(page, held).continue_()
    expect(page.locator("html")).to_have_attribute("data-python", "ready", timeout=PATIENCE)
    assert begun.value in page.workers  # the page has taken it over


def test_a_worker_that_came_to_nothing_before_the_page_was_read_is_begun_again(
    unread: tuple[Page, list[Route]], site: str, problems: Problems
) -> None:
    problems.expect("ERR_FAILED")
    page, held = unread
    page.route("**/python/worker/worker.js", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.goto(f"{site}perceptron/", wait_until="commit")
    page.wait_for_function("() => !('earlyPython' in globalThis)")
    page.unroute("**/python/worker/worker.js")
    first(page, held).continue_()
    expect(page.locator("html")).to_have_attribute("data-python", "ready", timeout=PATIENCE)


def test_requests_are_answered_in_order_and_stopping_one_spares_the_others(ask: Any) -> None:
    found = ask("""
      const order = [];
      const stop = new AbortController();
      const asked = [1, 2, 3].map((n) => outcome(
        run(`print(${n}) or ${n}`, {
          signal: n === 2 ? stop.signal : undefined, onEvent: ({ text }) => order.push(text.trim()),
        })));
      stop.abort();
      const answers = await Promise.all(asked);
      const again = await outcome(run('7'));
      return { order, answers, again };
    """)
    assert found["order"] == ["1", "3"]
    assert found["answers"] == [
        {"done": {"value": "1"}},
        {"kind": "stopped", "lost": False},
        {"done": {"value": "3"}},
    ]
    assert found["again"] == {"done": {"value": "7"}}


def test_a_request_that_takes_too_long_ends_and_python_comes_back(ask: Any) -> None:
    found = ask("""
      await run('kept = 1');
      let lost = 0;
      python.lost.on(() => { lost += 1; });
      const first = await outcome(run('while True: pass', { timeout: 0.5 }));
      const second = await outcome(run('6 * 7'));
      return { first, second, lost };
    """)
    assert found["first"] == {"kind": "timeout", "lost": True}
    assert found["second"] == {"done": {"value": "42"}}
    assert found["lost"] == 1


def test_a_stop_at_any_moment_keeps_the_variables(isolated: Page) -> None:
    """The interrupt hits the loop, but also what runs before and after the learner's code."""
    found = isolated.evaluate(
        SCENARIO
        % """
      let lost = 0;
      python.lost.on(() => { lost += 1; });
      await run('kept = 1');
      const kinds = {};
      for (let trial = 0; trial < 120; trial += 1) {
        const stop = new AbortController();
        const code = trial % 3 ? 'while True: pass' : '1 / 0';
        const ended = outcome(run(code, { signal: stop.signal }));
        const until = performance.now() + trial % 20 / 4;
        while (performance.now() < until) await new Promise((go) => queueMicrotask(go));
        stop.abort();
        const { kind } = await ended;
        kinds[kind] = (kinds[kind] ?? 0) + 1;
      }
      return { lost, kinds: Object.keys(kinds), kept: await outcome(run('kept')) };
    """
    )
    assert found["lost"] == 0
    assert "stopped" in found["kinds"]
    assert found["kept"] == {"done": {"value": "1"}}


BUSY = """import asyncio
def spin():
    while True: pass
asyncio.get_running_loop().call_later(0.05, spin)
kept = 1"""


@pytest.mark.parametrize(
    ("code", "wait"), [("kept = 2", 300), ("await asyncio.sleep(60)", 0)], ids=["before", "during"]
)
def test_a_stop_reaches_the_run_though_a_callback_is_busy(
    isolated: Page, code: str, wait: int
) -> None:
    """The interrupt hits the event loop's callback, before the run has begun or while it waits."""
    found = isolated.evaluate(
        SCENARIO
        % f"""
      const pause = (ms) => new Promise((go) => setTimeout(go, ms));
      await run(`{BUSY}`);
      await pause({wait});
      const stop = new AbortController();
      const ended = outcome(run(`{code}`, {{ signal: stop.signal }}));
      await pause(300);
      stop.abort();
      return {{ ended: await ended, kept: await outcome(run('kept')) }};
    """
    )
    assert found == {"ended": {"kind": "stopped", "lost": False}, "kept": {"done": {"value": "1"}}}


def test_code_that_winds_up_after_a_stop_keeps_the_variables(isolated: Page) -> None:
    found = isolated.evaluate(
        SCENARIO
        % """
      const stop = new AbortController();
      const code = `import time
kept = 1
try:
    while True: pass
finally:
    end = time.time() + 1.5
    while time.time() < end: pass
    kept = 2`;
      await run('0'); // the start may take longer than it is until the stop
      const ended = outcome(run(code, { signal: stop.signal }));
      setTimeout(() => stop.abort(), 2000);
      return { ended: await ended, kept: await outcome(run('kept')) };
    """
    )
    assert found == {"ended": {"kind": "stopped", "lost": False}, "kept": {"done": {"value": "2"}}}


def test_a_worker_that_dies_is_replaced(ask: Any, problems: Problems) -> None:
    problems.expect("boom")
    found = ask("""
      const code = "import js\\njs.setTimeout(js.JSON.parse, 0, 'boom')\\n"
        + "import time\\nend = time.time() + 0.2\\nwhile time.time() < end: pass";
      await run(code);
      const lost = new Promise((resolve) => python.lost.on(() => resolve(true)));
      return { lost: await lost, next: await outcome(run('1 + 1')) };
    """)
    assert found == {"lost": True, "next": {"done": {"value": "2"}}}


def test_an_operation_that_python_does_not_have_is_an_error(ask: Any) -> None:
    found = ask("return { first: await outcome(python.call('no_such', {})), ok: await run('1') };")
    assert found == {"first": {"kind": "python", "lost": False}, "ok": {"value": "1"}}
