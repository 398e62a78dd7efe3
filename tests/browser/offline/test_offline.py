"""One visit, then no network at all: every page, a digit, a cell. And updates that wait."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.base.bootstrap import ROOT
from builder.pages.content import load_lessons
from tests.browser.coding import editor, run
from tests.browser.offline.conftest import Host
from tests.browser.pads import draw_by_mouse
from tests.browser.strokefont import digit
from tests.support import NewPage, Problems

pytestmark = pytest.mark.service_worker

LESSONS = load_lessons(ROOT / "site" / "lessons")


def test_after_one_visit_everything_works_without_a_network(
    page: Page, host: Host, problems: Problems
) -> None:
    problems.expect("ERR_INTERNET_DISCONNECTED.*sw.js")  # the browser looks for a new version
    page.goto(f"{host.address}perceptron/")
    page.wait_for_selector("html[data-offline=ready]")
    host.stop()
    page.context.set_offline(True)
    for lesson in LESSONS:
        page.goto(f"{host.address}{lesson.address}?reloaded")
        expect(page.locator("h1")).to_have_text(lesson.meta["title"])
        assert page.evaluate("crossOriginIsolated") is True
        page.wait_for_selector("html[data-offline=ready]")
    page.wait_for_selector("[data-pad][data-recogniser=ready]")
    assert draw_by_mouse(page, digit(3, random.Random(4))).digit == 3
    page.goto(f"{host.address}perceptron/")
    cell = page.locator("[data-cell]").first
    cell.get_by_role("button", name="Run").click()
    expect(cell).to_have_attribute("data-runs", "1", timeout=60_000)
    assert cell.get_attribute("data-status") == "done"
    problems.expect("404")
    for path in ("nothing", "no/such/page/", "perceptron/a/b/c.html"):
        missing = page.goto(host.address + path)
        assert missing is not None
        assert missing.status == 404
        expect(page.locator("h1")).to_contain_text("no page")
        home = page.locator("a").first
        expect(home).to_have_js_property("href", host.address)
    page.get_by_role("link", name=LESSONS[1].meta["title"]).click()
    expect(page.locator("h1")).to_have_text(LESSONS[1].meta["title"])


def test_a_notebook_and_its_wheel_are_saved_without_a_network(
    page: Page, host: Host, problems: Problems
) -> None:
    problems.expect("ERR_INTERNET_DISCONNECTED.*sw.js")
    page.goto(f"{host.address}forward/")
    page.wait_for_selector("html[data-offline=ready]")
    host.stop()
    page.context.set_offline(True)
    page.reload()
    links = page.locator(".notebook a")
    expect(links).to_have_count(2)
    for link in links.all():
        with page.expect_download() as saving:
            link.click()
        name = saving.value.suggested_filename
        saved = Path(saving.value.path()).read_bytes()
        assert saved == (host.folder / "notebooks" / name).read_bytes()


def test_the_badge_tells_the_truth(page: Page, site: str) -> None:
    page.goto(f"{site}perceptron/")
    page.wait_for_selector("html[data-offline=ready]")
    missing = page.evaluate(REMOVE_ONE_PART)
    assert missing == 1
    page.reload()
    page.wait_for_selector("html[data-offline=saving], html[data-offline=no]")
    page.wait_for_selector("html[data-offline=ready]")  # it was fetched again


REMOVE_ONE_PART = """async () => {
  const name = (await caches.keys()).find(name => name.endsWith('parts'));
  const cache = await caches.open(name);
  const [, request] = await cache.keys();
  return Number(await cache.delete(request));
}"""


@pytest.mark.parametrize("room", [8_000_000, 100_000])  # too little for the parts; for the pages
def test_a_full_storage_is_told(page: Page, site: str, problems: Problems, room: int) -> None:
    problems.expect("Quota|ServiceWorker")
    full = {"origin": site.rstrip("/"), "quotaSize": room}
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", full)
    page.add_init_script(COLLECT_MESSAGES)
    page.goto(site)
    page.wait_for_selector("html[data-python=ready]")
    page.wait_for_function("() => told.includes('no space')")
    page.wait_for_timeout(1000)  # nothing else is told later
    assert page.evaluate("told.at(-1)") == "no space"
    badge = page.locator("[data-offline-badge]")
    expect(badge).to_have_text(re.compile("Not saved for offline use: .* storage is full"))
    expect(page.locator("html")).to_have_attribute("data-offline", "no")


COLLECT_MESSAGES = """window.told = [];
navigator.serviceWorker.addEventListener('message', ({ data }) => {
  if (data.type === 'offline') told.push(`${data.state} ${data.problem}`);
});"""


def test_the_badge_knows_at_once_and_asks_before_python_is_there(
    warm_page: Page, site: str
) -> None:
    page = warm_page
    page.add_init_script(NOTE_WHAT_PYTHON_DOES)
    page.goto(f"{site}perceptron/")
    page.wait_for_selector("html[data-offline=ready]")
    assert page.evaluate("window.pythonWhenReady") == "booting"


NOTE_WHAT_PYTHON_DOES = """new MutationObserver(() => {
  const { offline, python } = document.documentElement.dataset;
  if (offline === 'ready') window.pythonWhenReady ??= python;
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-offline'] })"""


def test_without_a_service_worker_the_badge_says_so(new_page: NewPage, site: str) -> None:
    page = new_page()
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto(f"{site}perceptron/")
    page.wait_for_selector("html[data-python=ready]")
    expect(page.locator("[data-offline-badge]")).to_contain_text("Not available offline")
    expect(page.locator("html")).to_have_attribute("data-offline", "no")


def test_a_new_version_waits_until_it_is_taken(page: Page, host: Host) -> None:
    page.goto(f"{host.address}activations/")
    page.wait_for_selector("html[data-offline=ready]")
    deploy_newer(host)
    page.evaluate(LOOK_FOR_NEWER)
    banner = page.locator("[data-update]")
    expect(banner).to_be_visible()
    assert versions(page) == {False, True}  # stored, but not in use
    with page.expect_event("load"):
        banner.get_by_role("button").click()
    page.wait_for_selector("html[data-offline=ready]")
    assert versions(page) == {True}


def test_a_tab_whose_version_is_gone_starts_python_again_and_offers_the_new_one(
    page: Page, host: Host
) -> None:
    page.goto(f"{host.address}perceptron/")
    page.wait_for_selector("html[data-offline=ready]")
    page.reload()  # the worker answers now, from what is stored
    page.wait_for_selector("html[data-python=ready]")
    other = page.context.new_page()
    other.goto(f"{host.address}glossary/")
    deploy_newer(host)
    other.evaluate(LOOK_FOR_NEWER)
    with other.expect_event("load"):
        other.locator("[data-update]").get_by_role("button").click()
    other.wait_for_selector("html[data-offline=ready]")
    expect(page.locator("[data-update]")).to_contain_text("already open in another tab")
    cell = page.locator("[data-cell]").first
    assert run(cell, END_PYTHON) == "error"
    page.wait_for_selector("html[data-python=ready]")
    assert run(cell, "6 * 7") == "done"
    assert versions(page) == {False, True}
    page.locator("[data-update]").get_by_role("button").click()
    expect(page.locator("[data-update]")).to_be_hidden()
    page.wait_for_selector("html[data-offline=ready]")
    assert versions(page) == {True}  # nobody needs the one before
    expect(editor(cell)).to_contain_text("6 * 7")


LOOK_FOR_NEWER = "navigator.serviceWorker.getRegistration().then(one => one.update())"
END_PYTHON = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"


def deploy_newer(host: Host) -> None:
    """Another version of the site, whose static files have another path; the former are gone."""
    (static,) = (host.folder / "static").iterdir()
    static.rename(static.with_name("newer"))
    for file in (host.folder / "sw.js", *host.folder.rglob("*.html")):
        text = file.read_text().replace(f"static/{static.name}", "static/newer")
        newer = re.sub(r'("version": |data-version=)"', r'\1"newer-', text, count=1)
        file.unlink()  # a link to the real one
        file.write_text(newer)


def versions(page: Page) -> set[bool]:
    """Of the versions that the browser keeps: whether each is the newer one."""
    names = page.evaluate("caches.keys()")
    return {"version:newer-" in name for name in names if "version:" in name}


def test_a_second_language_is_stored_once_it_is_read(
    page: Page, host: Host, problems: Problems
) -> None:
    problems.expect("ERR_INTERNET_DISCONNECTED.*sw.js")
    page.goto(f"{host.address}perceptron/")
    page.wait_for_selector("html[data-offline=ready]")
    stored = """async () => {
      const names = await Promise.all((await caches.keys()).map(async (name) => {
        const keys = await (await caches.open(name)).keys();
        return keys.map(({ url }) => url);
      }));
      return names.flat().filter((url) => url.includes("/de/")).length;
    }"""
    assert page.evaluate(stored) == 0
    page.get_by_role("link", name="Deutsch").click()
    page.wait_for_url("**/de/perceptron/")
    page.wait_for_selector("html[data-offline=ready]")
    assert page.evaluate(stored) > 5
    host.stop()
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_have_text("Das Perzeptron")
    expect(page.locator("[data-offline-badge]")).to_contain_text("Offline verfügbar")
    assert page.evaluate("crossOriginIsolated") is True
    page.wait_for_selector("html[data-offline=ready]")
