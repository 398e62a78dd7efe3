"""How much a page loads before it can be read, can predict, can run Python."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
from collections.abc import Iterable

from builder.base.errors import BuildError
from builder.base.tree import Tree, read
from builder.site import assets, scripts
from builder.site.assemble import Site

READ, PREDICT, RUN = "to be read", "to predict", "to run Python"
STAGES = {
    PREDICT: ("ort", "models", "zstd"),
    RUN: ("pyodide", "start", "first", "codemirror", "zstd"),
}
MOST = 100_000  # bytes, gzipped, that a page may need before it can be read
IMPORT_MAP = re.compile(r'<script type="importmap">(.*?)</script>')
NAMED = re.compile(r'<(?:link rel="stylesheet" href|script (?:type="module" )?src)="([^"]+)"')


class Sizes:
    """The sizes of a site's files: bytes, and bytes gzipped as GitHub Pages serves them."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.known: dict[str, tuple[int, int]] = {}

    def of(self, name: str) -> tuple[int, int]:
        """Return a file's two sizes."""
        if name not in self.known:
            data = read(self.tree[name])
            self.known[name] = len(data), len(gzip.compress(data, 6))
        return self.known[name]

    def total(self, names: Iterable[str]) -> tuple[int, int]:
        """Return the two sizes of several files together."""
        plain, packed = zip(*map(self.of, names), strict=True)
        return sum(plain), sum(packed)


def at_once(site: Site, page: str) -> list[str]:
    """Return what a page needs before it can be read: itself, its styles, scripts, their imports.

    What makes a single cell or figure come alive is loaded too, but nobody's reading waits for it.
    """
    folder, static = posixpath.dirname(page), f"{site.scripts.static}/"
    text = read(site.tree[page]).decode()
    names = NAMED.findall(text)
    instead = IMPORT_MAP.search(text)  # of a page in another language
    loads = site.scripts
    if instead:
        pairs = json.loads(instead[1])["imports"].items()
        own = {posixpath.normpath(f"{folder}/{old}"): f"{folder}/{new}" for old, new in pairs}
        loads = loads.instead_of({old: posixpath.normpath(own[old]) for old in own})
    found = [page]
    for name in (posixpath.normpath(posixpath.join(folder, name)) for name in names):
        script = name.endswith(".js")
        found += loads.of_page(name.removeprefix(static), {}) if script else [name]
    return list(dict.fromkeys(found))


def refuse_large(site: Site) -> None:
    """Refuse a page that needs more than MOST before it can be read.

    Raises:
        BuildError: it names each such page, and the largest files that it needs.

    """
    sizes = Sizes(site.tree)
    large = []
    for page in sorted(name for name in site.tree if name.endswith(".html")):
        names = at_once(site, page)
        packed = sizes.total(names)[1]
        if packed > MOST:
            largest = sorted(names, key=lambda name: sizes.of(name)[1], reverse=True)[:4]
            told = ", ".join(f"{name} {_unit(sizes.of(name)[1])}" for name in largest)
            large.append(f"{page}: {_unit(packed)} before it can be read ({told}, ...)")
    if large:
        raise BuildError("\n".join([f"gzipped, a page may need {_unit(MOST)}:", *large]))


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
    """Return the table's rows, the head first."""
    sizes = Sizes(site.tree)
    workers = {
        stage: [name for name in site.tree if name.startswith(f"{site.scripts.static}/{folder}/")]
        for stage, folder in ((PREDICT, "pad/worker"), (RUN, "python/worker"))
    }
    sent = assets.as_sent(site.index)
    rows = [("page", *(f"{stage} (gzipped)" for stage in (READ, PREDICT, RUN)))]
    for page in site.pages:
        first = at_once(site, f"{page.address}index.html")
        row = [f"/{page.address}", _text(*sizes.total(first))]
        for stage, needed in ((PREDICT, "recogniser" in page.needs), (RUN, bool(page.cells))):
            files = (entry for part in STAGES[stage] for entry in sent[part].values())
            modules = site.scripts.of_page(scripts.ENTRIES[0], page.live)
            paths = {entry["path"] for entry in files}
            names = {*first, *modules, *paths, *workers[stage]}
            row.append(_text(*sizes.total(names)) if needed else "-")
        rows.append(tuple(row))
    return rows


def _text(plain: int, packed: int) -> str:
    """Return two sizes as `1.23 MB (0.45 MB)`."""
    return f"{_unit(plain)} ({_unit(packed)})"


def _unit(size: int) -> str:
    return f"{size / 1e6:.2f} MB" if size >= 1e6 else f"{size / 1e3:.1f} kB"
