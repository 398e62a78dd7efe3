"""Later visits start from a copy of Python's memory, and without it whenever anything is off."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.support import NewPage

WATCH = """
window.starts = [];
const Original = Worker;
window.Worker = function (...args) {
  const worker = new Original(...args);
  worker.addEventListener('message', ({ data }) => {
    if (data?.stage === 'ready') starts.push(data.restored);
  });
  return worker;
};
"""
IS_KEPT = """async () => {
  const name = (await caches.keys()).find((name) => name.endsWith(':snapshot'));
  return Boolean(name) && (await (await caches.open(name)).keys()).length === 1;
}"""
UNTIL_KEPT = f"""async () => {{
  const kept = {IS_KEPT};
  while (!(await kept())) await new Promise((resolve) => setTimeout(resolve, 100));
}}"""
# Overwrites the middle of the stored bytes, or leaves a body and headers that no version wrote.
DAMAGE = """async (how) => {
  const name = (await caches.keys()).find((name) => name.endsWith(':snapshot'));
  const cache = await caches.open(name);
  const [request] = await cache.keys();
  const response = await cache.match(request);
  const headers = how === 'foreign' ? {} : response.headers;
  const bytes = new Uint8Array(await response.arrayBuffer());
  bytes.fill(7, bytes.length / 2, bytes.length / 2 + 999);
  const body = { bytes, foreign: 'x', short: bytes.slice(0, 1000) }[how];
  await cache.put(request, new Response(body, { headers }));
}"""
NO_STORAGE = """
for (const name of ['open', 'match', 'keys', 'delete', 'has'])
  CacheStorage.prototype[name] = () => Promise.reject(new Error('storage is broken'));
"""
RUN = """async (code) => {
  const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
  const { Python } = await import(folder + 'python/service.js');
  const { root } = await import(folder + 'kit/generated/parts.js');
  const { strings } = await import(folder + 'kit/generated/strings.js');
  const python = new Python(root, strings.python);
  const { value } = await python.call('cells.run', { cell: 'a', code, lesson: 'x' });
  return value;
}"""


def open_and_run(page: Page, site: str) -> bool:
    """Run the first cell of a newly opened page; say whether Python came from a snapshot."""
    page.goto(f"{site}perceptron/")
    cell = page.locator("[data-cell]").first
    cell.get_by_role("button", name="Run").click()
    expect(cell).to_have_attribute("data-status", "done", timeout=60_000)
    return bool(page.evaluate("starts[0]"))


def visited(new_page: NewPage, site: str) -> Page:
    """A page whose browser has kept a snapshot."""
    page = new_page()
    page.add_init_script(WATCH)
    assert open_and_run(page, site) is False
    page.evaluate(UNTIL_KEPT)
    return page


def test_a_later_visit_starts_from_the_snapshot(new_page: NewPage, site: str) -> None:
    page = visited(new_page, site)
    assert open_and_run(page, site) is True
    code = "import random, numpy as np\nrandom.random(), np.random.rand(), np.fft.fft([1, 2])[0]"
    values: set[Any] = {page.evaluate(RUN, code) for _ in range(2)}
    assert len(values) == 2  # two restored workers have their own random numbers
    assert page.evaluate("starts") == [True, True, True]


def test_a_damaged_snapshot_is_thrown_away(new_page: NewPage, site: str) -> None:
    page = visited(new_page, site)
    for how in ("bytes", "foreign", "short"):
        page.evaluate(DAMAGE, how)
        assert open_and_run(page, site) is False
        page.evaluate(UNTIL_KEPT)
        assert open_and_run(page, site) is True


def test_a_snapshot_of_another_layout_is_thrown_away(new_page: NewPage, site: str) -> None:
    page = visited(new_page, site)
    page.evaluate(
        """async () => {
          const name = (await caches.keys()).find((name) => name.endsWith(':snapshot'));
          const cache = await caches.open(name);
          const [request] = await cache.keys();
          const response = await cache.match(request);
          const about = JSON.parse(response.headers.get('X-Snapshot'));
          about.layout.table += 1;
          const headers = { 'X-Snapshot': JSON.stringify(about) };
          await cache.put(request, new Response(await response.arrayBuffer(), { headers }));
        }"""
    )
    assert open_and_run(page, site) is False
    assert page.evaluate(IS_KEPT) is False


def test_broken_storage_costs_time_only(new_page: NewPage, site: str) -> None:
    page = new_page()
    page.add_init_script(WATCH + NO_STORAGE)
    assert open_and_run(page, site) is False
    assert page.locator("html").get_attribute("data-python") == "ready"
