"""Browsers for the tests: Chromium, which they need, and Debian's Firefox and WebKit."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from builder.base.errors import BuildError

# The same engine without a window of its own, which takes a fifth less work for each page.
SHELL = "chromium-headless-shell"
WHOLE = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = (SHELL, *WHOLE)
# The Debian packages of the other engines, and the programs that they bring, what starts the
# engine first.
PACKAGES = {"firefox": ["firefox-esr"], "webkit": ["webkit2gtk-driver", "xvfb", "xauth"]}
PROGRAMS = {
    "firefox": [["firefox-esr", "firefox"]],
    "webkit": [["WebKitWebDriver"], ["xvfb-run"]],
}


def first_program(names: Iterable[str]) -> str | None:
    """Return the path of the first of these programs that this system has, if it has one."""
    return next(filter(None, map(shutil.which, names)), None)


def playwright_chromium() -> bool:
    """Say whether Playwright's own Chromium is installed."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def engine(name: str) -> str | None:
    """Return the path of what starts `firefox` or `webkit`, if all that it needs is there."""
    found = [first_program(names) for names in PROGRAMS[name]]
    return found[0] if all(found) else None


def ensure_engines() -> None:
    """Install the other engines where that can be done; their tests say what is missing."""
    for name, packages in PACKAGES.items():
        if not engine(name) and _can_apt():
            print(f"Installing {' '.join(packages)} for the tests ...", flush=True)
            _apt(packages)


def ensure_chromium() -> None:
    """Make sure that the tests find a Chromium.

    Raises:
        BuildError: none is there and none could be installed.

    """
    if shutil.which(SHELL) or playwright_chromium():
        return
    print("Installing Chromium for the tests ...", flush=True)
    for attempt in (partial(_by_apt, SHELL), _by_playwright, partial(_by_apt, "chromium")):
        if attempt():
            return
    raise BuildError(
        "there's no Chromium for the tests, and Playwright couldn't download its own; "
        "install one (on Debian: apt install chromium) and run this again"
    )


def _by_playwright() -> bool:
    """Let Playwright download its Chromium; a minute is enough where there is a network."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        done = subprocess.run(command, timeout=300, capture_output=True)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0 and playwright_chromium()


def _by_apt(package: str) -> bool:
    """Let Debian's apt install a Chromium where it can; any that is there is enough."""
    if _can_apt():
        _apt([package])
    return first_program(CHROMIUM) is not None


def _can_apt() -> bool:
    return bool(shutil.which("apt-get")) and os.geteuid() == 0


def _apt(packages: list[str]) -> None:
    """Install Debian packages; what has not come is missed by whoever needs it."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        with contextlib.suppress(subprocess.TimeoutExpired):
            subprocess.run(
                ["apt-get", "-q", *command], capture_output=True, timeout=600, env=environment
            )
