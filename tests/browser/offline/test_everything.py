"""What's fetched only when needed can be kept, too, and the browser is asked to evict nothing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.offline.conftest import Host
from tests.support import Problems

ASKED = """const asked = (window.asked = []);
StorageManager.prototype.persist = async function () { asked.push(1); return true; };"""
OPTIONAL = """async () => {
  const cache = await caches.open((await caches.keys()).find((name) => name.endsWith('parts')));
  const names = (await cache.keys()).map(({ url }) => url.split('/').pop());
  return names.filter((name) => name.startsWith('mnist-')).length;
}"""
DROP = """async () => {
  const cache = await caches.open((await caches.keys()).find((name) => name.endsWith('parts')));
  const gone = (await cache.keys()).filter(({ url }) => url.endsWith('/mnist-test.pack'));
  for (const request of gone) await cache.delete(request);
}"""


@pytest.mark.service_worker
def test_the_rest_is_kept_when_it_is_wanted_and_stored_again_when_evicted(
    page: Page, host: Host, problems: Problems
) -> None:
    page.add_init_script(ASKED)
    page.goto(f"{host.address}glossary/")
    page.wait_for_selector("html[data-offline=ready]")
    rest = page.locator("[data-everything]")
    button = rest.get_by_role("button")
    expect(button).to_have_text(re.compile(r"\(\d+\.\d MB\)"))
    assert page.evaluate(OPTIONAL) == 0
    assert page.evaluate("asked.length") == 0
    button.focus()
    page.keyboard.press("Enter")
    expect(rest.locator("[data-note]")).to_have_text(re.compile("kept offline, too"))
    expect(button).to_be_hidden()
    expect(rest.locator("[data-note]")).to_be_focused()
    assert page.evaluate("asked.length") == 1
    kept = page.evaluate(OPTIONAL)
    page.evaluate(DROP)
    page.reload()
    expect(rest.locator("[data-note]")).to_have_text(re.compile("kept offline, too"))
    expect(page.locator("html")).to_have_attribute("data-offline", "ready")
    assert page.evaluate(OPTIONAL) == kept > 2


SAVES = "Object.defineProperty(navigator, 'connection', { value: %s });"


@pytest.mark.service_worker
@pytest.mark.parametrize("connection", ["{ saveData: true }", "{ effectiveType: 'slow-2g' }"])
def test_where_data_is_saved_nothing_is_stored_unasked(
    page: Page, host: Host, connection: str
) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.add_init_script(SAVES % connection)
    page.goto(f"{host.address}perceptron/")
    page.wait_for_selector("html[data-python=ready]")
    rest = page.locator("[data-everything]")
    expect(rest.locator("[data-note]")).to_contain_text("nothing has been stored yet")
    expect(page.locator("html")).to_have_attribute("data-offline", "no")
    assert not [url for url in asked if url.endswith("sw.js")]
    button = rest.get_by_role("button", name="Store the course for offline use (about")
    button.focus()
    page.keyboard.press("Enter")
    expect(rest.locator("[data-note]")).to_be_focused()
    page.wait_for_selector("html[data-offline=ready]")
    page.reload()
    page.wait_for_selector("html[data-offline=ready]")
    expect(rest.locator("[data-note]")).to_have_text("")


@pytest.mark.parametrize(
    ("key", "asks"), [("exercise:perceptron/predict", True), ("place:perceptron", False)]
)
def test_the_browser_is_asked_to_keep_what_is_worth_keeping(
    warm_page: Page, site: str, key: str, asks: bool
) -> None:
    page = warm_page
    page.add_init_script(ASKED)
    page.goto(f"{site}progress/")
    page.evaluate("(key) => localStorage.setItem(`module3:/:${key}`, '1')", key)
    page.reload()
    expect(page.locator("[data-everything] button")).to_be_enabled()
    assert page.evaluate("asked.length") == int(asks)
