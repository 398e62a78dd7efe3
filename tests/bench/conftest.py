"""The benchmarks' server and table."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from builder import parts, server
from builder.server import Handler

RESULTS = Path(__file__).with_name("results.json")


class CachingHandler(Handler):
    """Lets the browser keep files for ten minutes, as GitHub Pages does."""

    cache_control = "max-age=600"


def serve(folder: Path, port: int) -> Iterator[str]:
    listening = server.listen(folder, "127.0.0.1", port, handler=CachingHandler)
    server.start(listening)
    yield f"http://127.0.0.1:{listening.server_port}/"
    listening.shutdown()
    listening.server_close()


@pytest.fixture(scope="session")
def fast_site(dist: Path) -> Iterator[str]:
    yield from serve(dist, 8400)


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The peer: a page that only calls loadPyodide with NumPy in a worker, parts as published."""
    folder = tmp_path_factory.mktemp("bare")
    for name, path in {**parts.npm_files("pyodide"), **parts.wheels()}.items():
        (folder / name).symlink_to(path)
    (folder / "index.html").write_text(
        "<!doctype html><script type=module>"
        "new Worker('worker.mjs', {type: 'module'}).onmessage = ({data}) => {"
        "window.result = data; window.took = performance.now(); }"
        "</script>"
    )
    (folder / "worker.mjs").write_text(
        "import { loadPyodide } from './pyodide.mjs';"
        "const pyodide = await loadPyodide({packages: ['numpy']});"
        "postMessage(pyodide.runPython('import numpy as np; int(np.arange(5).sum())'));"
    )
    yield from serve(folder, 8450)


class Results:
    """Rows of figures: what, how long, against what, the ratio and its limit."""

    def __init__(self) -> None:
        self.rows: list[dict[str, object]] = []

    def add(self, what: str, ours: float, peer: str, theirs: float, limit: float) -> None:
        """Note a duration (seconds) beside its peer's in the same run."""
        self.rows.append(
            {
                "what": what,
                "seconds": round(ours, 4),
                "peer": peer,
                "peer_seconds": round(theirs, 4),
                "ratio": round(ours / theirs, 3),
                "at_most": limit,
            }
        )


@pytest.fixture(scope="session")
def results() -> Iterator[Results]:
    """Collects the figures; at the end they are printed and kept for the README."""
    collected = Results()
    yield collected
    if collected.rows:
        kept = {
            "date": date.today().isoformat(),
            "machine": f"{platform.system()} {platform.machine()}",
            "rows": collected.rows,
        }
        RESULTS.write_text(json.dumps(kept, indent=1) + "\n")
        print()
        for row in collected.rows:
            print("  ".join(str(value) for value in row.values()))
