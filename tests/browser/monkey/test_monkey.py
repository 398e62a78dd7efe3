"""Actions at random, from a seed, in three engines: nothing breaks, nothing stays busy.

`python3 build.py test tests/browser/monkey/test_monkey.py --monkey 600 --seed 7` walks on for ten
minutes, with one seed after another, from 7 on. A seed chooses the same among the same things, but
pages differ by when an answer came.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Error, Page

from builder.base import npm
from tests.browser.engines.test_engines import end, needed, started
from tests.browser.monkey.walk import WATCH, Hand, Monkey
from tests.support import Problems

HANDS = Path(__file__).parent
WALK = 60.0  # s with one seed
HEAP = 3.0  # times what it was after the first walk
MARGIN = 10_000_000  # bytes

pytestmark = [pytest.mark.slow, pytest.mark.service_worker]


@dataclass
class Playwrights:
    """The monkey's hand in Chromium."""

    page: Page

    def __call__(self, action: str, *wanted: Any) -> Any:
        return getattr(self, action)(*wanted)

    def open(self, address: str) -> None:
        self.page.goto(address, wait_until="commit")

    def evaluate(self, script: str) -> Any:
        return self.page.evaluate(script)

    def click(self, x: int, y: int) -> None:
        self.page.mouse.click(x, y)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def press(self, keys: list[str]) -> None:
        self.page.keyboard.press("+".join(key.replace(" ", "Space") for key in keys))

    def drag(self, places: list[tuple[int, int]]) -> None:
        self.page.mouse.move(*places[0])
        self.page.mouse.down()
        for place in places:
            self.page.mouse.move(*place)
        self.page.mouse.up()

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})


class Driver:
    """The hand in another engine: a program that does what it reads, one JSON line each."""

    def __init__(self, command: list[str], engine: str) -> None:
        told = json.dumps({"executable": needed(engine), "watch": WATCH})
        self.process = started([*command, told], stdin=subprocess.PIPE)

    def __call__(self, action: str, *wanted: Any) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        print(json.dumps([action, *wanted]), file=self.process.stdin, flush=True)
        answer = json.loads(self.process.stdout.readline() or '{"error": "it has ended"}')
        if "error" in answer:
            raise Error(answer["error"])
        return answer["value"]


@pytest.fixture
def walks(request: pytest.FixtureRequest, site: str) -> Callable[..., None]:
    seconds = request.config.getoption("--monkey")
    first = request.config.getoption("--seed")

    def walk_on(hand: Hand, between: Callable[[], list[str]] = list) -> None:
        until = time.monotonic() + seconds
        seed, all_found = first, list[str]()
        while (left := until - time.monotonic()) > 0:
            monkey = Monkey(hand, site, seed)
            begun = time.monotonic()
            monkey.walk(min(WALK, left))
            found = [*monkey.rest(), *monkey.problems(), *between()]
            took = time.monotonic() - begun
            print(
                f"seed {seed}: {monkey.count} actions, {took:.0f} s", *found, sep="\n  ", flush=True
            )
            if found:
                print("last steps:", *monkey.steps, sep="\n  ", flush=True)
            all_found += found
            seed += 1
        assert not all_found

    return walk_on


def heap(session: CDPSession) -> float:
    """Bytes of JavaScript in use, after a collection."""
    session.send("HeapProfiler.collectGarbage")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "JSHeapUsedSize"))


@pytest.mark.timeout(7200)
def test_chromium(page: Page, walks: Callable[..., None], problems: Problems) -> None:
    context = page.context
    context.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    heaps: list[float] = []

    def steady() -> list[str]:
        heaps.append(heap(session))
        print(f"heap {heaps[-1] / 1e6:.1f} MB, {len(page.workers)} workers")
        more = heaps[-1] > HEAP * heaps[0] + MARGIN
        found, problems.found[:] = problems.unexpected(), []
        return [*found, *([f"heaps in bytes: {heaps}"] if more else [])]

    walks(Playwrights(page), steady)


@pytest.fixture
def driven() -> Iterator[Callable[[list[str], str], Driver]]:
    drivers: list[Driver] = []

    def start(command: list[str], engine: str) -> Driver:
        drivers.append(Driver(command, engine))
        return drivers[-1]

    yield start
    for driver in drivers:
        with driver.process:
            end(driver.process)


@pytest.mark.timeout(7200)
def test_firefox(driven: Callable[..., Driver], walks: Callable[..., None]) -> None:
    npm.install(dev=True)
    walks(driven([str(npm.node()), str(HANDS / "firefox.mjs")], "firefox"))


@pytest.mark.timeout(7200)
def test_webkit(driven: Callable[..., Driver], walks: Callable[..., None]) -> None:
    display = ["xvfb-run", "-a", "--server-args=-screen 0 1500x1024x24"]
    driver = [sys.executable, "-m", "tests.browser.monkey.webkit"]
    walks(driven([*display, *driver], "webkit"))
