"""What test modules share beside the fixtures: watching a page, and how long to wait for it."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from builder.base.bootstrap import ROOT
from builder.serving import server
from builder.serving.server import Handler
from builder.tools.checks import MODULES
from course.project.mnist import Mnist

PATIENCE = 60_000  # ms that a page may take on a slow, shared machine
SOURCE = "static/source/"  # beside the bundles, so that modules find the site's root
STROKES = "pendigits_tra.jsonl.gz"  # digits that people wrote; not part of this repository

T = TypeVar("T")


def real_strokes() -> Path:
    """Path of the strokes, or of where they would be: STROKES names the file or its folder."""
    named = Path(os.environ.get("STROKES", ROOT.parent / "shared" / "handwriting"))
    return named if named.is_file() else named / STROKES


NewPage = Callable[..., Page]


@dataclass
class Problems:
    """What went wrong in a page: console errors, failed or foreign requests, CSP breaches.

    A test that provokes some names them: `problems.expect("404")`.
    """

    found: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def expect(self, pattern: str) -> None:
        self.expected.append(pattern)

    def unexpected(self) -> list[str]:
        return [
            problem
            for problem in self.found
            if not any(re.search(pattern, problem) for pattern in self.expected)
        ]

    def watch(self, context: BrowserContext) -> None:
        """Note everything that goes wrong in any page or worker of this context."""

        def console(message: ConsoleMessage) -> None:
            if message.type == "error":
                self.found.append(f"console: {message.text} ({message.location.get('url')})")

        def request(request: Request) -> None:
            local = request.url.startswith(("http://127.0.0.1:", "data:", "blob:", "file:"))
            if not local:
                self.found.append(f"foreign request: {request.url}")

        def response(response: Response) -> None:
            if response.status >= 400:
                self.found.append(f"{response.status}: {response.url}")

        def breach(_source: object, text: str) -> None:
            self.found.append(f"CSP breach: {text}")

        context.on("console", console)
        context.on("request", request)
        context.on("response", response)
        context.on("weberror", lambda error: self.found.append(f"error: {error.error}"))
        context.expose_binding("reportCspBreach", breach)
        context.add_init_script(
            "document.addEventListener('securitypolicyviolation', event => window.reportCspBreach("
            "`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`))"
        )


def awaited(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end, in a thread: Playwright's loop may be running in this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, coroutine).result()


def loaded(folder: Path, names: list[str]) -> Mnist:
    """Chunks of MNIST that lie in this folder, as the page's Python has them."""
    data = Mnist(folder=folder)
    awaited(data.bring(names))
    return data


@contextmanager
def context_of(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    """A fresh context, closed at the end together with what its routes still have to answer.

    Such an answer would be an error in a later test.
    """
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    yield context
    for page in context.pages:
        page.unroute_all(behavior="ignoreErrors")
    context.unroute_all(behavior="ignoreErrors")
    context.close()


def without_python(context: BrowserContext) -> None:
    """Let Python never get ready in a context's pages: its start costs more than such a test."""
    context.route(
        "**/python/worker/worker.js",
        lambda route: route.fulfill(body="", content_type="text/javascript"),
    )


def bring_progress(page: Page, file: Any) -> None:
    """Choose a file on the progress page once that hears of it; file: as Playwright takes it."""
    page.wait_for_selector("main[data-live]")
    page.locator("[data-progress-page] [data-file]").set_input_files(file)


def at_rest(page: Page) -> None:
    """Wait until what has just come alive in a page has been laid out and drawn, all of it."""
    page.evaluate("""async () => {
      const frame = () => new Promise(requestAnimationFrame);
      while (document.documentElement.dataset.far !== undefined) {
        dispatchEvent(new Event("scroll")); // as a reader who goes on, see site/frame/far.js
        await frame();
      }
      await frame();
      await frame();
    }""")


def open_isolated(page: Page, address: str) -> None:
    """Open a page that is cross-origin isolated, as every page is once the worker serves it."""
    page.goto(address)
    page.wait_for_selector("html[data-offline=ready]")
    page.goto(address)
    assert page.evaluate("crossOriginIsolated")


def serve(
    folder: Path, port: int, prefix: str = "/", handler: type[Handler] = Handler
) -> Iterator[str]:
    """Serve a folder from the first free port on, and yield its address.

    Below SOURCE there's our JavaScript module by module; pages get it in bundles.
    """

    class Both(handler):  # type: ignore[misc, valid-type]
        def translate_path(self, path: str) -> str:
            _, found, name = urlsplit(path).path.partition(SOURCE)
            return str(MODULES / name if found else super().translate_path(path))

    listening = server.listen(folder, "127.0.0.1", port, prefix, Both)
    server.start(listening)
    yield f"http://127.0.0.1:{listening.server_port}{prefix}"
    listening.shutdown()
    listening.server_close()
