"""A Chromium for the tests: Playwright's own, the system's, or Debian's by apt."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from builder.errors import BuildError

NAMES = ("chromium", "chromium-browser", "google-chrome")


def system_chromium() -> str | None:
    """Return the path of a Chromium on this system, if there is one."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def playwright_chromium() -> bool:
    """Say whether Playwright's own Chromium is installed."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def ensure_chromium() -> None:
    """Make sure that the tests find a Chromium.

    Raises:
        BuildError: none is there and none could be installed.

    """
    if system_chromium() or playwright_chromium():
        return
    print("Installing Chromium for the tests ...", flush=True)
    for attempt in (_by_playwright, _by_apt):
        if attempt():
            return
    raise BuildError(
        "no Chromium for the tests: Playwright could not download its own; "
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


def _by_apt() -> bool:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    for command in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", "-q", *command], capture_output=True, timeout=600)
    return system_chromium() is not None
