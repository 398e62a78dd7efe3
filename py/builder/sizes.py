"""How much a page loads before it can be read, can predict, can run Python."""

from __future__ import annotations

import gzip
from collections.abc import Iterable

from builder.site import Site
from builder.tree import read

READ, PREDICT, RUN = "to be read", "to predict", "to run Python"
STAGES = {
    PREDICT: ("ort", "models"),
    RUN: ("pyodide", "numpy", "course", "codemirror"),
}


def table(site: Site) -> str:
    """Return the size table, one line a page: megabytes, and gzipped as Pages serves them."""
    measured: dict[str, tuple[int, int]] = {}

    def total(names: Iterable[str]) -> tuple[int, int]:
        for name in names:
            if name not in measured:
                data = read(site.tree[name])
                measured[name] = len(data), len(gzip.compress(data, 6))
        sizes = [measured[name] for name in names]
        return sum(size for size, _ in sizes), sum(packed for _, packed in sizes)

    scripts = [name for name in site.tree if name.startswith(f"{site.static}/js/")]
    rows = [("page", *(f"{stage} (gzipped)" for stage in (READ, PREDICT, RUN)))]
    for lesson in site.lessons:
        text = [f"{lesson.address}index.html", f"{site.static}/css/site.css"]
        page = site.tree[text[0]]
        row = [f"/{lesson.address}", _pair(total(text))]
        for stage, marker in ((PREDICT, b"data-draw-pad"), (RUN, b"data-cell=")):
            names = [entry["path"] for part in STAGES[stage] for entry in site.index[part].values()]
            row.append(_pair(total([*text, *scripts, *names])) if marker in read(page) else "-")
        rows.append(tuple(row))
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def _pair(sizes: tuple[int, int]) -> str:
    return (
        " ".join(
            f"{size / 1e6:.2f} MB" if size >= 1e5 else f"{size / 1e3:.1f} kB" for size in sizes
        )
        .replace(" MB ", " MB (")
        .replace(" kB ", " kB (")
        + ")"
    )
