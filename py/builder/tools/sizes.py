"""How much a page loads before it can be read, can predict, can run Python."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable

from builder.base.tree import read
from builder.site.assemble import Site

READ, PREDICT, RUN = "to be read", "to predict", "to run Python"
SCRIPT = re.compile(rb'(?:src|href)="(?:\.\./)*(static/[^"]+\.js)"')  # that a page's head names
STAGES = {
    PREDICT: ("ort", "models"),
    RUN: ("pyodide", "numpy", "course", "codemirror"),
}


def table(site: Site) -> str:
    """Return the size table for a terminal, its columns aligned."""
    rows = measure(site)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for page, *sizes in rows:
        cells = [size.rjust(width) for size, width in zip(sizes, widths[1:], strict=True)]
        lines.append("  ".join([page.ljust(widths[0]), *cells]))
    return "\n".join(lines)


def markdown(site: Site) -> str:
    """Return the size table for the README."""
    head, *rows = [f"| {' | '.join(row)} |" for row in measure(site)]
    return "\n".join([head, "|---|---:|---:|---:|", *rows])


def measure(site: Site) -> list[tuple[str, ...]]:
    """Return the table's rows, the head first: bytes, and gzipped as GitHub Pages serves them."""
    known: dict[str, tuple[int, int]] = {}

    def size(name: str) -> tuple[int, int]:
        if name not in known:
            data = read(site.tree[name])
            known[name] = len(data), len(gzip.compress(data, 6))
        return known[name]

    workers = [name for name in site.tree if name.startswith(f"{site.static}/python/worker/")]
    rows = [("page", *(f"{stage} (gzipped)" for stage in (READ, PREDICT, RUN)))]
    for lesson in site.lessons:
        page = f"{lesson.address}index.html"
        text = [page, f"{site.static}/site.css"]
        html = read(site.tree[page])
        scripts = {path.decode() for path in SCRIPT.findall(html)}
        row = [f"/{lesson.address}", _text(size(name) for name in text)]
        for stage, marker in ((PREDICT, b"data-draw-pad"), (RUN, b"data-cell=")):
            files = (entry for part in STAGES[stage] for entry in site.index[part].values())
            names = [*text, *scripts, *workers, *(entry["path"] for entry in files)]
            needed = marker in html
            row.append(_text(size(name) for name in names) if needed else "-")
        rows.append(tuple(row))
    return rows


def _text(sizes: Iterable[tuple[int, int]]) -> str:
    """Return the sums of sizes and of gzipped sizes, as `1.23 MB (0.45 MB)`."""
    plain, packed = (sum(column) for column in zip(*sizes, strict=True))
    return f"{_unit(plain)} ({_unit(packed)})"


def _unit(size: int) -> str:
    return f"{size / 1e6:.2f} MB" if size >= 1e5 else f"{size / 1e3:.1f} kB"
