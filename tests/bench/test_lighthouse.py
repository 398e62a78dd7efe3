"""Lighthouse's performance on its mobile profile, page by page: https://developer.chrome.com/docs/lighthouse.

`MODULE3_LIGHTHOUSE` names its program, as npm installs it (`npm install lighthouse`).
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from builder.base import npm
from builder.base.browsers import WHOLE, first_program
from builder.base.places import SITE
from builder.pages.content import load_lessons, load_pages
from tests.bench.figures import Results
from tests.bench.slow import Line, prepare, through
from tests.support import serve

LESSONS = [page.address for page in load_lessons(SITE / "lessons")]
OTHERS = [page.address for page in load_pages(SITE / "pages")]
RUNS = 3
FLAGS = "--headless=new --no-sandbox --disable-background-networking"


@pytest.fixture(scope="module")
def lighthouse() -> str:
    """The path of Lighthouse's program."""
    program = os.environ.get("MODULE3_LIGHTHOUSE")
    if not program:
        pytest.skip("MODULE3_LIGHTHOUSE names no program of Lighthouse's")
    return program


@pytest.fixture(scope="module")
def gzipped(fast_folder: Path) -> Iterator[str]:
    """The site as GitHub Pages sends it; Lighthouse itself reckons with a slow connection."""
    prepare(fast_folder)
    yield from serve(fast_folder, 8480, handler=through(Line(1000, latency=0)))


def performance(lighthouse: str, address: str, folder: Path) -> float:
    """Return the points that a page gets, of 100: the median of some runs, which differ by ten."""
    return median(in_one_run(lighthouse, address, folder) for _ in range(RUNS))


def in_one_run(lighthouse: str, address: str, folder: Path) -> float:
    """Return the points that a page gets in a single run."""
    report = folder / "report.json"
    options = ["--only-categories=performance", "--quiet", f"--chrome-flags={FLAGS}"]
    subprocess.run(
        [lighthouse, address, *options, "--output=json", f"--output-path={report}"],
        check=True,
        timeout=180,
        env={**npm.environment(), "CHROME_PATH": first_program(WHOLE) or ""},
    )
    told = json.loads(report.read_text(encoding="utf-8"))
    return 100 * float(told["categories"]["performance"]["score"])


@pytest.mark.parametrize(
    ("kind", "addresses", "least"), [("lessons", LESSONS, 90), ("other pages", OTHERS, 95)]
)
def test_performance(
    lighthouse: str,
    gzipped: str,
    tmp_path: Path,
    results: Results,
    kind: str,
    addresses: list[str],
    least: float,
) -> None:
    points = [performance(lighthouse, f"{gzipped}{path}", tmp_path) for path in addresses]
    for path, got in zip(addresses, points, strict=True):
        print(f"/{path}: {got:.0f}")
    what = f"Lighthouse's mobile performance, the slowest of the {kind}"
    results.at_least(what, min(points), "points", least)
