"""How long a first visitor on a real connection waits, against the bare page on the same line."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.bench.figures import Results
from tests.bench.slow import Line, prepare, through
from tests.bench.test_boot import PEER, fresh
from tests.support import serve

ROUNDS = 3
RATES = {10: 0.58, 50: 0.58}  # Mbit/s, and what a first visit may take beside the bare page's
MOST = 5.8  # MB sent until the first result, without fonts


@pytest.fixture
def first_visits(browser: Browser) -> Callable[[Path, str, float], tuple[float, float]]:
    """A function that measures first visits to a folder's page: seconds and MB, the medians."""

    def measure(folder: Path, page: str, megabits: float) -> tuple[float, float]:
        prepare(folder)
        times, sizes = [], []
        for _ in range(ROUNDS):
            line = Line(megabits)
            for address in serve(folder, 8700, handler=through(line)):
                context = fresh(browser)
                opened = context.new_page()
                opened.goto(f"{address}{page}")
                opened.wait_for_function("() => window.took !== undefined")
                sizes.append(line.carried / 1e6)
                times.append(opened.evaluate("took") / 1000)
                context.close()
        return statistics.median(times), statistics.median(sizes)

    return measure


@pytest.mark.parametrize("megabits", RATES)
def test_first_visit_on_a_slow_line(
    first_visits: Callable[[Path, str, float], tuple[float, float]],
    fast_folder: Path,
    bare_folder: Path,
    results: Results,
    megabits: int,
) -> None:
    ours, sent = first_visits(fast_folder, "perceptron/", megabits)
    bare, theirs = first_visits(bare_folder, "", megabits)
    what = f"first visit at {megabits} Mbit/s with 40 ms per request"
    results.ratio(what, ours, PEER, bare, RATES[megabits])
    if megabits == min(RATES):
        what = "sent by the first result, without fonts"
        results.absolute(f"{what} (the bare page: {theirs:.1f} MB)", sent, "MB", MOST)
