"""What a browser remembers belongs to one copy of the course; former names are taken over once."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support import serve

pytestmark = pytest.mark.python("off")  # nothing here asks Python

KEPT = """async () => {
  const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
  const { Keep } = await import(folder + 'kit/keep.js');
  return new Keep().get('network');
}"""
FORMER = """() => new Promise((done) => {
  localStorage.setItem('module3:passed:perceptron/predict', 'by its former name');
  localStorage.setItem('module3:cell:perceptron/one', 'by its former name');
  localStorage.setItem('module3:/:cell:perceptron/one', 'by its own');
  const opening = indexedDB.open('module3', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
  opening.onsuccess = () => {
    const writing = opening.result.transaction('kept', 'readwrite');
    writing.objectStore('kept').put({ npz: 'weights' }, 'network');
    writing.oncomplete = () => { opening.result.close(); done(); };
  };
})"""
STORED = (
    "Object.fromEntries(Object.entries(localStorage).filter(([key]) => /predict|one/.test(key)))"
)


def test_former_names_are_taken_over_once(page: Page, site: str) -> None:
    page.goto(f"{site}404.html")  # of this origin, and without our scripts
    page.evaluate(FORMER)
    page.goto(f"{site}glossary/")
    page.wait_for_selector("[data-theme-switch]:not([hidden])")
    assert page.evaluate(STORED) == {
        "module3:/:passed:perceptron/predict": "by its former name",
        "module3:/:cell:perceptron/one": "by its own",
    }
    assert page.evaluate(KEPT) == {"npz": "weights"}
    names = page.evaluate("indexedDB.databases().then((all) => all.map(({ name }) => name))")
    assert names == ["module3:/:"]


@pytest.fixture
def two(dist: Path, tmp_path: Path) -> Path:
    """A folder with two copies of the site, one below the other."""
    for name in ("one", "two"):
        (tmp_path / name).symlink_to(dist)
    return tmp_path


def test_two_copies_on_one_origin_do_not_share_progress(page: Page, two: Path) -> None:
    for address in serve(two, 8200):
        for name in ("one", "two"):
            page.goto(f"{address}{name}/glossary/")
            page.wait_for_selector("[data-theme-switch]:not([hidden])")
            page.locator("[data-theme-switch]").click()
        keys = page.evaluate("Object.keys(localStorage).filter((key) => key.endsWith('theme'))")
        assert sorted(keys) == ["module3:/one/:theme", "module3:/two/:theme"]
