"""The benchmarks' table, kept in results.json; build.py build --readme shows it."""

from __future__ import annotations

import json
import os
import platform
from datetime import date
from pathlib import Path

RESULTS = Path(__file__).with_name("results.json")

Row = dict[str, object]


class Results:
    """Rows of figures: what was measured, beside a peer's or alone, and what it may be at most."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def ratio(self, what: str, ours: float, peer: str, theirs: float, limit: float) -> None:
        """Note a duration (seconds) beside its peer's in the same run."""
        self.rows.append(
            {
                "what": what,
                "value": round(ours, 4),
                "unit": "s",
                "peer": peer,
                "peer_value": round(theirs, 4),
                "ratio": round(ours / theirs, 3),
                "at_most": limit,
            }
        )

    def absolute(self, what: str, value: float, unit: str, limit: float) -> None:
        """Note a figure that has a limit of its own."""
        self.rows.append({"what": what, "value": round(value, 3), "unit": unit, "at_most": limit})

    def at_least(self, what: str, value: float, unit: str, limit: float) -> None:
        """Note a figure that must not be smaller than its limit."""
        row: Row = {"what": what, "value": round(value, 3), "unit": unit, "at_least": limit}
        self.rows.append(row)

    def keep(self) -> None:
        """Print the rows and write them in place of those that they measure anew."""
        if not self.rows:
            return
        kept = {
            "date": date.today().isoformat(),
            "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
            "rows": merged(json.loads(RESULTS.read_text())["rows"], self.rows),
        }
        RESULTS.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n")
        print()
        for row in self.rows:
            print("  ".join(str(value) for value in row.values()))


def merged(old: list[Row], new: list[Row]) -> list[Row]:
    """Return the new rows in place of those they repeat, behind the others' order."""
    measured = {row["what"]: row for row in new}
    kept = [measured.pop(row["what"], row) for row in old]
    return [*kept, *measured.values()]
