"""The same scenarios in Chromium, Firefox and WebKit: first visit, later visit."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from playwright.sync_api import Page

from builder.base import browsers, npm
from builder.base.bootstrap import ROOT
from builder.serving import server
from tests.browser.engines.visits import Task, make_visits
from tests.support import Problems

ENGINES = Path(__file__).parent
VISITS = ("first", "later")
SECONDS = 120  # for an engine's whole run, on a slow machine

Report = dict[str, Any]


class Handler(server.Handler):
    """Serves the site and, below engines/, the scenarios; notes who asks for what below asked/."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:  # noqa: N802 (the server's name)
        if "/asked/" not in self.path:
            super().do_GET()
            return
        self.asked.append(f"{self.headers['Host'].partition(':')[0]} {self.path}")
        self.send_response(200)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Cross-Origin-Resource-Policy", "cross-origin")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def translate_path(self, path: str) -> str:
        below = path.split("?")[0].removeprefix(f"{self.prefix}engines/")
        return str(ENGINES / below) if below == "scenarios.js" else super().translate_path(path)


@pytest.fixture(scope="module")
def host(dist: Path) -> Iterator[str]:
    listening = server.listen(dist, "127.0.0.1", 8500, "/repo/", Handler)
    server.start(listening)
    yield f"http://127.0.0.1:{listening.server_port}/repo/"
    listening.shutdown()
    listening.server_close()


@pytest.fixture
def task(host: str) -> Callable[[str], Task]:
    return lambda executable: Task(
        executable, f"{host}perceptron/", f"{host}engines/scenarios.js", VISITS, SECONDS
    )


def needed(engine: str) -> str:
    """Path of what starts an engine; where it is missing, CI fails and others skip."""
    found = browsers.engine(engine)
    if found:
        return found
    message = f"no {engine}: on Debian, apt install {' '.join(browsers.PACKAGES[engine])}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def drive(command: list[str]) -> list[Report]:
    """Run a driver, and end it with all its browser's processes."""
    driver = started(command, stderr=subprocess.PIPE)
    with driver:
        try:
            said, complaint = driver.communicate(timeout=SECONDS + 15)
        finally:
            end(driver)
    assert driver.returncode == 0, complaint[-2000:]
    answer = json.loads(said.splitlines()[-1])
    print(answer["version"])
    return list(answer["visits"])


def started(
    command: list[str], stdin: int | None = None, stderr: int | None = None
) -> subprocess.Popen[str]:
    """Start a driver, whose answers can be read and whose processes can be ended together."""
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=npm.environment(),
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        stdin=stdin,
        stderr=stderr,
    )


def end(driver: subprocess.Popen[str]) -> None:
    """Let the driver end its browser, which may be in a group of its own; then end its group."""
    with contextlib.suppress(ProcessLookupError):  # all have ended by themselves
        os.killpg(driver.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            driver.wait(timeout=5)
        os.killpg(driver.pid, signal.SIGKILL)


def judge(reports: list[Report]) -> None:
    """Every scenario of every visit has passed; what each found stands in the test's output."""
    failed = []
    for report in reports:
        print(json.dumps(report, indent=1))
        results = report.get("results", {})
        where = f"{report['visit']} visit"
        failed += [
            f"{where}, {name}: {result['reason']}"
            for name, result in results.items()
            if not result["passed"]
        ]
        failed += [f"{where}: {problem}" for problem in report.get("problems", [])]
        if not report["finished"]:
            failed.append(f"{where}: not finished after {', '.join(results) or 'nothing'}")
    assert [report["visit"] for report in reports] == list(VISITS)
    assert failed == []
    asked, Handler.asked[:] = Handler.asked[:], []
    assert asked, "not even its own origin was asked"
    assert not [request for request in asked if not request.startswith("127.0.0.1 ")]


@pytest.mark.slow  # all other tests of the browser are Chromium's
def test_chromium(page: Page, task: Callable[[str], Task], problems: Problems) -> None:
    problems.expect("foreign request: http://localhost:")  # what it tries; the server sees none
    judge(make_visits(task("chromium"), page.goto, page.evaluate))


def test_firefox(task: Callable[[str], Task]) -> None:
    npm.install(dev=True)
    driver = str(ENGINES / "firefox.mjs")
    judge(drive([str(npm.node()), driver, task(needed("firefox")).text]))


def test_webkit(task: Callable[[str], Task]) -> None:
    display = ["xvfb-run", "-a", "--server-args=-screen 0 1280x1024x24"]
    driver = [sys.executable, "-m", "tests.browser.engines.webkit"]
    judge(drive([*display, *driver, task(needed("webkit")).text]))
