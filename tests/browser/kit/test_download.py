"""Files that arrive damaged, or not at all."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import zstandard
from playwright.sync_api import Page, Route, expect

from builder.base.places import SITE
from builder.serving.server import Handler
from tests.support import serve

MODELS = (
    "preprocess.onnx",
    "digits.onnx",
    "path.onnx",
    "readout.onnx",
    "ort-wasm-simd-threaded.wasm",
)
PYTHON = ("pyodide.asm.wasm", "start.pack", "first.pack")
PATIENCE = "PATIENCE = 20_000"  # as kit/download.js has it ...
SENT, HURRIED = re.compile(r'=2e4(?=,[^,]+="\.zst")'), "=1500"  # ... and how it's sent
CHUNK = 0.2  # s between two pieces of a file that comes slowly


def damaged(body: bytes) -> bytes:
    """The same with other bytes in the middle and at the end."""
    middle, spoilt = len(body) // 2, b"\xff" * 100
    return body[:middle] + spoilt + body[middle + 100 : -100] + spoilt


def damage(route: Route) -> None:
    """Let a file come damaged."""
    response = route.fetch()
    route.fulfill(response=response, body=damaged(response.body()))


def hurry(page: Page) -> None:
    """Have the page wait less long for the next byte."""

    def shorten(route: Route) -> None:
        served = route.fetch()
        route.fulfill(response=served, body=SENT.sub(HURRIED, served.text()))

    assert PATIENCE in (SITE / "kit" / "download.js").read_text(encoding="utf-8")
    page.route(re.compile(r"/(kit/\w+|worker|graphs)\.js$"), shorten)


def recompressed(body: bytes) -> bytes:
    """A compressed file that is whole, and whose content is damaged."""
    return zstandard.compress(damaged(zstandard.decompress(body)))


def damaging_once(
    name: str, asked: list[str], how: Callable[[bytes], bytes] = damaged
) -> type[Handler]:
    """A server's handler that sends a damaged file to the first who asks, and notes who asks."""

    class Damaging(Handler):
        cache_control = "max-age=600"

        def copyfile(self, source: Any, outputfile: Any) -> None:
            body = source.read()
            if name in self.path:
                asked.append(self.path)
                body = how(body) if len(asked) == 1 else body
            outputfile.write(body)

    return Damaging


def try_again(page: Page, place: str) -> None:
    page.locator(place).get_by_role("button", name="Try again").click()


@pytest.mark.parametrize("name", MODELS)
def test_a_damaged_recogniser_is_told_and_fetched_anew(page: Page, site: str, name: str) -> None:
    page.route(f"**/{name}*", damage)
    page.goto(site)
    page.wait_for_selector("[data-pad][data-recogniser=failed]")
    expect(page.locator("[data-verdict]")).to_contain_text(f"{name} arrived damaged")
    expect(page.locator("[data-spoken]")).to_contain_text(f"{name} arrived damaged")
    page.unroute(f"**/{name}*")
    try_again(page, "[data-pad]")
    page.wait_for_selector("[data-pad][data-recogniser=ready]")


def test_the_next_start_of_python_finds_the_right_copy(page: Page, dist: Path) -> None:
    asked: list[str] = []
    for site in serve(dist, 8100, handler=damaging_once("pyodide-lock.json", asked)):
        page.goto(f"{site}perceptron/")
        page.wait_for_selector("html[data-python=failed]")
        assert len(asked) == 2
        try_again(page, "[data-python-status]")
        page.wait_for_selector("html[data-python=ready]")
        assert len(asked) == 2


@pytest.mark.parametrize(
    ("name", "how"),
    [("start.pack", damaged), ("first.pack", damaged), ("first.pack", recompressed)],
)
def test_what_is_sent_compressed_and_comes_damaged_is_asked_for_once_more(
    page: Page, dist: Path, name: str, how: Callable[[bytes], bytes]
) -> None:
    asked: list[str] = []
    for site in serve(dist, 8100, handler=damaging_once(name, asked, how)):
        page.goto(f"{site}perceptron/")
        page.wait_for_selector("html[data-python=ready]")
        assert len(asked) == 2


def test_a_damaged_copy_is_asked_for_once_more_past_the_cache(page: Page, dist: Path) -> None:
    asked: list[str] = []
    for site in serve(dist, 8100, handler=damaging_once("digits.onnx", asked)):
        page.goto(site)
        page.wait_for_selector("[data-pad][data-recogniser=ready]")
    assert len(asked) == 2


def test_where_browsers_do_not_hash_files_go_unchecked(page: Page, site: str) -> None:
    page.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', {value: undefined})")
    page.goto(site)
    page.wait_for_selector("[data-pad][data-recogniser=ready]")


def test_what_the_service_worker_stored_is_not_hashed_again(warm_page: Page, site: str) -> None:
    warm_page.goto(site)
    found: Any = warm_page.evaluate(
        """async () => {
          const { src } = document.querySelector('script[type=module]');
          const folder = new URL('../../source/', src);
          const { parts, root } = await import(folder + 'kit/generated/parts.js');
          const { headers } = await fetch(root + parts.first['first.pack'].path);
          return headers.get('X-Checked');
        }"""
    )
    assert found == "sha256"


@pytest.mark.parametrize("name", PYTHON)
def test_a_damaged_part_of_python_is_told_and_fetched_anew(
    page: Page, site: str, name: str
) -> None:
    page.route(f"**/{name}*", damage)
    page.goto(f"{site}perceptron/")
    page.wait_for_selector("html[data-python=failed]")
    said = page.locator("[data-python-status] [data-text]").get_attribute("title") or ""
    assert f"{name} arrived damaged" in said
    assert "connection" not in said
    assert "\n" not in said
    page.unroute(f"**/{name}*")
    try_again(page, "[data-python-status]")
    page.wait_for_selector("html[data-python=ready]")


@pytest.fixture
def halting(dist: Path) -> Iterator[tuple[str, threading.Event]]:
    """The site behind a server that stops in the midst of digits.onnx, until it is told to go on.

    It sends first.pack in pieces, slowly.
    """
    go_on = threading.Event()

    class Halting(Handler):
        def copyfile(self, source: Any, outputfile: Any) -> None:
            body = source.read()
            if self.path.endswith("digits.onnx"):
                half = len(body) // 2
                outputfile.write(body[:half])
                outputfile.flush()
                go_on.wait()
                body = body[half:]
            elif "first.pack" in self.path:
                size = len(body) // 9
                for start in range(0, len(body), size):
                    outputfile.write(body[start : start + size])
                    outputfile.flush()
                    threading.Event().wait(CHUNK)
                return
            outputfile.write(body)

    yield from ((address, go_on) for address in serve(dist, 8100, handler=Halting))
    go_on.set()


def test_a_recogniser_that_stops_coming_is_told_and_can_be_tried_again(
    halting: tuple[str, threading.Event], page: Page
) -> None:
    site, go_on = halting
    hurry(page)
    page.goto(site)
    page.wait_for_selector("[data-pad][data-recogniser=failed]")
    expect(page.locator("[data-verdict]")).to_contain_text("nothing arrived for 1.5 s")
    go_on.set()
    try_again(page, "[data-pad]")
    page.wait_for_selector("[data-pad][data-recogniser=ready]")


@pytest.mark.parametrize("name", [*PYTHON, "pyodide.asm.js"])
def test_python_that_stops_coming_is_told_and_can_be_tried_again(
    page: Page, site: str, name: str
) -> None:
    hurry(page)
    asked: list[str] = []
    page.route(f"**/{name}*", lambda route: asked.append(route.request.url))  # no answer, ever
    page.goto(f"{site}perceptron/")
    page.wait_for_selector("html[data-python=failed]")
    said = page.locator("[data-python-status] [data-text]").get_attribute("title") or ""
    assert "nothing arrived for 1.5 s" in said
    assert len(asked) == 1  # and is not waited for a second time
    page.unroute(f"**/{name}*")
    try_again(page, "[data-python-status]")
    page.wait_for_selector("html[data-python=ready]")


def test_what_comes_slowly_but_steadily_is_waited_for(
    halting: tuple[str, threading.Event], page: Page
) -> None:
    site, _ = halting
    page.goto(f"{site}quiz/")
    found = page.evaluate(
        """async () => {
          const { src } = document.querySelector('script[type=module]');
          const folder = new URL('../../source/', src);
          const { parts, root } = await import(folder + 'kit/generated/parts.js');
          const { Download } = await import(folder + 'kit/download.js');
          const part = { ...parts.first['first.pack'], sha256: '' };
          const began = performance.now();
          const download = new Download(root, () => {}, { patience: 1000 });
          const damaged = await download.buffer(part).catch(String);
          return { damaged, longer: performance.now() - began > 1000 };
        }"""
    )
    assert found == {"damaged": "Error: first.pack arrived damaged", "longer": True}
