"""How much a page loads before it can be read, can predict, can run Python."""

from __future__ import annotations

import gzip
from collections.abc import Iterable

from builder.base.tree import read
from builder.site import scripts
from builder.site.assemble import Site

READ, PREDICT, RUN = "to be read", "to predict", "to run Python"
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

    static = site.scripts.static
    workers = [name for name in site.tree if name.startswith(f"{static}/python/worker/")]
    rows = [("page", *(f"{stage} (gzipped)" for stage in (READ, PREDICT, RUN)))]
    for lesson in site.lessons:
        text = [f"{lesson.address}index.html", f"{static}/site.css"]
        modules = site.scripts.of_page(scripts.ENTRIES[0], lesson.live)
        row = [f"/{lesson.address}", _text(size(name) for name in text)]
        for stage, needed in ((PREDICT, "recogniser" in lesson.needs), (RUN, bool(lesson.cells))):
            files = (entry for part in STAGES[stage] for entry in site.index[part].values())
            names = [*text, *modules, *workers, *(entry["path"] for entry in files)]
            row.append(_text(size(name) for name in names) if needed else "-")
        rows.append(tuple(row))
    return rows


def _text(sizes: Iterable[tuple[int, int]]) -> str:
    """Return the sums of sizes and of gzipped sizes, as `1.23 MB (0.45 MB)`."""
    plain, packed = (sum(column) for column in zip(*sizes, strict=True))
    return f"{_unit(plain)} ({_unit(packed)})"


def _unit(size: int) -> str:
    return f"{size / 1e6:.2f} MB" if size >= 1e5 else f"{size / 1e3:.1f} kB"
