"""Live reload: an open page shows a changed sentence by itself, and only the server adds that."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.base.bootstrap import ROOT
from tests.support import PATIENCE, NewPage

pytestmark = pytest.mark.slow  # a copy of the site is built, several times

COPIED = ["build.py", "py", "site", "models", "training", "LICENSE", "pyproject.toml"]
COPIED += ["package.json", "package-lock.json"]
BEFORE, AFTER = "The tool is gradient descent", "The tool is called gradient descent"
GLANCE, GLANCE_AFTER = "The module at a glance", "All of the module at a glance"  # a title
# Which part of the page the reader has in the middle, and where that begins in the window.
IN_THE_MIDDLE = """() => {
  const parts = [...document.querySelector('main').children];
  const tops = parts.map((part) => part.getBoundingClientRect().top);
  const shown = tops.findLastIndex((top) => top < innerHeight / 2);
  return [shown, tops[shown]];
}"""
IS_BACK = """([shown, top]) => {
  const part = document.querySelector('main').children[shown];
  return Math.abs(part.getBoundingClientRect().top - top) < innerHeight / 2;
}"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources, with the original's packages."""
    folder = tmp_path_factory.mktemp("authors")
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, folder / name)
    for name in (".venv", "node_modules"):
        (folder / name).symlink_to((ROOT / name).resolve(), target_is_directory=True)
    return folder


@pytest.fixture(scope="module")
def served(tree: Path) -> Iterator[str]:
    """The address at which `build.py serve` serves the copy."""
    command = [sys.executable, "-u", str(tree / "build.py"), "serve", "--port", "8300"]
    environment = os.environ | {"PYTHONPATH": f"{tree / 'py'}{os.pathsep}{tree}"}
    running = subprocess.Popen(
        command, cwd=tree, env=environment, stdout=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    said = ""
    while not (found := re.search(r"http://\S+/", said)):
        line = running.stdout.readline()
        assert line, f"the server has ended: {said}"
        said += line
    yield found[0]
    running.terminate()
    running.communicate()


def change(tree: Path, old: str, new: str) -> None:
    lesson = tree / "site" / "lessons" / "05-backprop" / "lesson.md"
    text = lesson.read_text(encoding="utf-8")
    assert old in text
    lesson.write_text(text.replace(old, new), encoding="utf-8")


def scrolled(page: Page) -> list[float]:
    """Scroll to the middle of the page and return what the reader sees there, and where."""
    page.wait_for_selector("html[data-python=ready]")  # editors come, and the page has its height
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    page.wait_for_timeout(400)  # until the browser says that scrolling has ended
    assert page.evaluate("scrollY") > 1000
    place: list[float] = page.evaluate(IN_THE_MIDDLE)
    return place


@pytest.mark.parametrize("worker", ["block", "allow"])
def test_an_open_page_shows_a_changed_sentence(
    new_page: NewPage, tree: Path, served: str, worker: str
) -> None:
    page = new_page(service_workers=worker)
    page.goto(f"{served}backprop/")
    if worker == "allow":
        page.wait_for_selector("html[data-offline=ready]")
        page.goto(f"{served}backprop/")
        assert page.evaluate("Boolean(navigator.serviceWorker.controller)")
    expect(page.locator("main")).to_contain_text(BEFORE)
    place = scrolled(page)
    change(tree, BEFORE, AFTER)
    try:
        saved = time.perf_counter()
        expect(page.locator("main")).to_contain_text(AFTER, timeout=2 * PATIENCE)
        print(f"shown {time.perf_counter() - saved:.1f} s after it was saved")
        page.wait_for_function(IS_BACK, arg=place)
        page.wait_for_timeout(2000)
        page.evaluate("window.stays = true")
        page.wait_for_timeout(2000)
        assert page.evaluate("window.stays")  # it does not load itself again and again
    finally:
        change(tree, AFTER, BEFORE)
    expect(page.locator("main")).to_contain_text(BEFORE, timeout=2 * PATIENCE)  # a second time


def test_a_build_sees_changed_python_and_outlives_what_ends_it(served: str, tree: Path) -> None:
    source = tree / "py" / "builder" / "pages" / "glance.py"
    text = source.read_text(encoding="utf-8")
    source.write_text("raise SystemExit\n" + text, encoding="utf-8")
    time.sleep(3)
    source.write_text(text.replace(GLANCE, GLANCE_AFTER), encoding="utf-8")
    try:
        wait_for_page(served, GLANCE_AFTER)
    finally:
        source.write_text(text, encoding="utf-8")
    wait_for_page(served, GLANCE)


def wait_for_page(address: str, text: str) -> None:
    """Wait until a page that is served holds a text."""
    end = time.time() + PATIENCE / 1000
    while time.time() < end:
        with urllib.request.urlopen(address) as answer:
            if text.encode() in answer.read():
                return
        time.sleep(0.2)
    raise AssertionError(f"{address} never held {text!r}")


def test_nothing_of_it_is_published(served: str, tree: Path) -> None:
    with urllib.request.urlopen(f"{served}backprop/") as answer:
        assert b"live/reload.js" in answer.read()
    for path in (tree / "dist").rglob("*"):
        if path.suffix in (".html", ".js"):
            text = path.read_text(encoding="utf-8")
            assert "live/reload.js" not in text, path
    assert not (tree / "dist" / "live").exists()
