"""What browsers evict, disks damage and hosts mix up is stored again, or never stored."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Page

from builder.serving.server import Handler
from tests.browser.offline.conftest import ENDED, KEEP_THE_WORKER, Host
from tests.support import PATIENCE, Problems

pytestmark = pytest.mark.service_worker

STORED = """async (end) => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (request.url.endsWith(end)) return [name, request.url];
    }
  }
}"""
EVICT = "async ([name, url]) => (await caches.open(name)).delete(url)"
EVICT_ALL = "async () => { for (const name of await caches.keys()) await caches.delete(name) }"
SPOIL = """async ([name, url, how]) => {
  const cache = await caches.open(name);
  const stored = await cache.match(url, { ignoreVary: true });
  const bytes = new Uint8Array(await stored.arrayBuffer());
  const middle = bytes.length >> 1;
  bytes[middle] ^= 255;
  const spoilt = { flipped: bytes, halved: bytes.slice(0, middle), empty: new Uint8Array() }[how];
  await cache.put(url, new Response(spoilt, { headers: stored.headers }));
}"""


def of_all_stored(key: str, value: str) -> str:
    """A script that returns something of every response that is stored, by some key."""
    return f"""async () => {{
      const found = {{}};
      for (const name of (await caches.keys()).filter((name) => !name.endsWith('snapshot'))) {{
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {{
          const response = await cache.match(request, {{ ignoreVary: true }});
          if (!response) continue; // just thrown away
          found[{key}] = {value};
        }}
      }}
      return found;
    }}"""


SUM = "await crypto.subtle.digest('SHA-256', await response.arrayBuffer())"
SUMS = of_all_stored("request.url", f"new Uint8Array({SUM}).join()")
TYPES = of_all_stored("request.url.split('.').at(-1)", "response.headers.get('Content-Type')")
KINDS = ["/loss/", "/site.css", "/frame/main.js", "pyodide.asm.wasm", ".pack"]


@pytest.fixture
def stored(page: Page, site: str) -> Page:
    """A page after whose visit all is stored."""
    page.goto(f"{site}glossary/")
    page.wait_for_selector("html[data-offline=ready]")
    return page


def heals(page: Page, before: dict[str, str]) -> None:
    """A visit stores all again as it was, so that the one after it works whole."""
    page.reload()
    end = time.monotonic() + PATIENCE / 1000
    while page.evaluate(SUMS) != before:
        assert time.monotonic() < end, "something isn't stored again"
        page.wait_for_timeout(200)
    page.reload()
    page.wait_for_selector("html[data-offline=ready]")


def test_what_the_browser_evicts_is_stored_again(stored: Page) -> None:
    before = stored.evaluate(SUMS)
    for kind in KINDS:
        stored.evaluate(EVICT, stored.evaluate(STORED, kind))
    heals(stored, before)
    stored.evaluate(EVICT_ALL)
    heals(stored, before)


@pytest.mark.parametrize("how", ["flipped", "halved", "empty"])
def test_what_is_damaged_is_stored_again(stored: Page, problems: Problems, how: str) -> None:
    problems.expect("SyntaxError|error: ")  # of the damaged script
    before = stored.evaluate(SUMS)
    for kind in KINDS:
        stored.evaluate(SPOIL, [*stored.evaluate(STORED, kind), how])
    end_worker(stored)  # as it ends by itself between two visits
    heals(stored, before)


def end_worker(page: Page) -> None:
    """End the service worker, as the browser does when it has had nothing to do."""
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")


@pytest.mark.parametrize("how", ["half", "older"])
def test_half_a_page_or_an_older_one_ends_the_installation(
    page: Page, host: Host, how: str
) -> None:
    whole = host.folder / "loss" / "index.html"
    text = whole.read_text()
    whole.unlink()  # it may be a link to the built one
    older = re.sub(r'data-version="\w+"', 'data-version="older"', text)
    whole.write_text(text[: len(text) // 2] if how == "half" else older)
    page.add_init_script(KEEP_THE_WORKER)
    page.goto(f"{host.address}glossary/")
    assert page.evaluate(ENDED) == "redundant"
    whole.write_text(text)
    page.reload()
    page.wait_for_selector("html[data-offline=ready]")


def test_what_a_host_calls_wrongly_is_stored_as_what_it_is(
    page: Page, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = {".wasm": "application/wasm", ".json": "application/json", ".svg": "image/svg+xml"}
    for end in right:
        monkeypatch.setitem(Handler.extensions_map, end, "text/plain")
    page.goto(f"{host.address}glossary/")
    page.wait_for_selector("html[data-offline=ready]")
    types = page.evaluate(TYPES)
    assert {end: types[end.removeprefix(".")] for end in right} == right
