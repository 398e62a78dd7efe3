"""What the drivers in Python share: open the page, import the scenarios, read their JSON."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

POLL = 0.1  # seconds


@dataclass(frozen=True)
class Task:
    """What a driver is asked to do; `text` and `read` carry it to a driver's own process."""

    executable: str
    address: str  # of a page with cells
    module: str  # address of scenarios.js
    visits: tuple[str, ...]
    seconds: float  # for all of it

    @property
    def text(self) -> str:
        return json.dumps(asdict(self))


def make_visits(
    task: Task, open_page: Callable[[str], object], evaluate: Callable[[str], Any]
) -> list[dict[str, Any]]:
    """Run the scenarios of each visit; one that takes too long stays unfinished."""
    limit = time.monotonic() + task.seconds
    found = []
    for visit in task.visits:
        open_page(task.address)
        # Every time: it runs once in a document, and a swap of processes may lose the first.
        script = f"(void import('{task.module}?visit={visit}'), window.scenarios)"
        report = {"visit": visit, "finished": False}
        while not report["finished"] and time.monotonic() < limit:
            time.sleep(POLL)
            report = json.loads(evaluate(script) or "null") or report
        found.append(report)
    return found
