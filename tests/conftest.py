"""Shared fixtures: the built site behind a server, a watched browser page, MNIST."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from builder.base.browsers import CHROMIUM, first_program
from builder.parts import pinned
from builder.site.assemble import DIST, build
from builder.tools import checks
from tests.support import (
    PATIENCE,
    NewPage,
    Problems,
    context_of,
    open_isolated,
    serve,
    without_python,
)

expect.set_options(timeout=PATIENCE)  # what comes late on a busy machine is not wrong

# Chromium as root needs --no-sandbox; the others keep it from calling home, and from starting a
# popup of its address bar with each page, which no test sees and which costs as much as a page.
# Our list of features replaces Playwright's, so what of that concerns pages stands here too.
FEATURES_OFF = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxAimPopup",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
]
CHROMIUM_FLAGS = [
    f"--disable-features={','.join(FEATURES_OFF)}",
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Without it, Debian's headless shell ends a page whose Python's memory is given back.
    "--enable-crash-reporter",
]
# WebAssembly that runs often is compiled once more, to run faster. In the seconds that a test's
# page lives, that costs more than it saves: a third of all the work of a page with Python.
COMPILED_ONCE = "--js-flags=--liftoff-only"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--screenshots", action="store_true", help="take pictures of every page")
    parser.addoption("--monkey", type=float, default=60, help="seconds of actions at random")
    parser.addoption("--inputs", type=int, default=200, help="damaged inputs of each kind")
    parser.addoption("--seed", type=int, default=1, help="of the first of these actions")


@pytest.fixture(scope="session")
def mnist_dir() -> Path:
    """The folder with MNIST's four IDX files."""
    return pinned.mnist_dir()


@pytest.fixture(scope="session")
def dist() -> Path:
    """The built site; `build.py test` has built it before."""
    if "MODULE3_BUILT" not in os.environ:
        checks.write_modules(build(DIST))
    return DIST


@pytest.fixture(scope="session")
def site(dist: Path) -> Iterator[str]:
    """Address of the site at a domain's root, ending in a slash."""
    yield from serve(dist, 8100)


@pytest.fixture(scope="session")
def repo_site(dist: Path) -> Iterator[str]:
    """Address of the same dist/ below /repo/, as GitHub Pages serves it."""
    yield from serve(dist, 8100, "/repo/")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium_flags() -> list[str]:
    """What Chromium is started with; the benchmarks have their own."""
    return [*CHROMIUM_FLAGS, COMPILED_ONCE]


@pytest.fixture(scope="session")
def chromium_names() -> tuple[str, ...]:
    """The programs that may be this system's Chromium, the one to take first."""
    return CHROMIUM


@pytest.fixture(scope="session")
def browser(
    playwright: Playwright, chromium_names: tuple[str, ...], chromium_flags: list[str]
) -> Iterator[Browser]:
    own = Path(playwright.chromium.executable_path).exists()  # Playwright's, then
    path = None if own else first_program(chromium_names)
    launched = playwright.chromium.launch(executable_path=path, args=chromium_flags)
    yield launched
    launched.close()


@pytest.fixture
def problems() -> Problems:
    return Problems()


@pytest.fixture
def new_context(
    request: pytest.FixtureRequest, browser: Browser, problems: Problems
) -> Iterator[Callable[..., BrowserContext]]:
    """A function that opens a fresh context; what goes wrong in it fails the test.

    By default no service worker in it stores the whole site. See the markers in pyproject.toml.
    """
    python = request.node.get_closest_marker("python")
    stores = request.node.get_closest_marker("service_worker")

    def open_context(**options: object) -> BrowserContext:
        wanted = {"service_workers": "allow" if stores else "block", **options}
        context = opened.enter_context(context_of(browser, **wanted))
        problems.watch(context)
        if python and python.args == ("off",):
            without_python(context)
        return context

    with ExitStack() as opened:
        yield open_context
    assert problems.unexpected() == []


@pytest.fixture
def context(new_context: Callable[..., BrowserContext]) -> BrowserContext:
    return new_context()


@pytest.fixture
def new_page(new_context: Callable[..., BrowserContext]) -> NewPage:
    """A function that opens a page in a context of its own."""
    return lambda **options: new_context(**options).new_page()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="session")
def visited(browser: Browser, site: str) -> Iterator[tuple[BrowserContext, Problems]]:
    """A context as it is after a first visit: all files stored, Python's memory kept."""
    problems = Problems()
    with context_of(browser) as context:
        problems.watch(context)
        page = context.new_page()
        open_isolated(page, f"{site}glossary/")
        page.close()
        yield context, problems


@pytest.fixture
def warm_page(visited: tuple[BrowserContext, Problems], site: str) -> Iterator[Page]:
    """A page of a learner who was here before and has done nothing yet; it starts faster.

    Its requests are answered by the service worker: a test that breaks some takes `page`.
    """
    yield from page_of_visited(*visited, site)


@pytest.fixture(scope="module")
def shared_warm_page(visited: tuple[BrowserContext, Problems], site: str) -> Iterator[Page]:
    """Such a page for all tests of a module, none of which may take `warm_page`."""
    yield from page_of_visited(*visited, site)


def page_of_visited(context: BrowserContext, problems: Problems, site: str) -> Iterator[Page]:
    problems.found.clear()
    page = context.new_page()
    done = {"origin": site.rstrip("/"), "storageTypes": "local_storage,indexeddb"}
    context.new_cdp_session(page).send("Storage.clearDataForOrigin", done)
    yield page
    page.unroute_all(behavior="ignoreErrors")
    page.close()
    assert problems.unexpected() == []
