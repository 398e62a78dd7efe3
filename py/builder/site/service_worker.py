"""The service worker's script, with the list of what it keeps."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from builder.base.errors import BuildError
from builder.base.places import SITE
from builder.base.tree import Tree, digest, read
from builder.site.assets import course_names, measured, optional

UNMARKED = b'data-version=""'
SOURCE = SITE / "offline" / "sw.js"


def add(tree: Tree, static: str, index: dict[str, Any], languages: Collection[str]) -> None:
    """Write sw.js with the list of all files, so that it can keep and check them.

    languages: those besides English; all of each lies below its name.
    """
    source = SOURCE.read_text(encoding="utf-8")
    marker = "const BUILD = null;"
    if marker not in source:
        raise BuildError(f"{SOURCE}: the line `{marker}` is missing")

    pages = sorted(name for name in tree if name.endswith(".html"))
    translated = tuple(f"{language}/" for language in languages)
    folders = ("static/", "notebooks/", *translated)
    files = sorted(name for name in tree if name.startswith(folders) and name not in pages)
    # Their own bytes belong to the version: a changed sentence is a new version.
    version = digest({name: tree[name] for name in (*pages, *files)})
    for name in pages:  # so that a page tells whether it belongs to it
        tree[name] = read(tree[name]).replace(UNMARKED, f'data-version="{version}"'.encode(), 1)
    wanted = optional(index)
    kept: dict[str, Any] = {}
    on_demand: dict[str, Any] = {}
    for entry in sorted(
        (entry for files in index.values() for entry in files.values()),
        key=lambda entry: str(entry["path"]),
    ):
        stored = on_demand if Path(entry["path"]).name in wanted else kept
        stored[entry["path"]] = {key: entry[key] for key in entry if key != "path"}
    build = {
        "course": course_names()["id"],
        "version": version,
        "static": static,
        "zstd": index["zstd"]["zstd.js"]["path"],
        **listed(tree, [name for name in (*pages, *files) if not name.startswith(translated)]),
        "parts": kept,
        "optional": on_demand,
        "languages": {
            language: listed(tree, [name for name in (*pages, *files) if name.startswith(folder)])
            for language, folder in zip(languages, translated, strict=True)
        },
    }
    tree["sw.js"] = source.replace(marker, f"const BUILD = {json.dumps(build)};").encode()


def listed(tree: Tree, names: Sequence[str]) -> dict[str, Any]:
    """Return the pages among files, and what is known of the others."""
    pages = [name.removesuffix("index.html") for name in names if name.endswith(".html")]
    files = {name: measured(tree[name]) for name in names if not name.endswith(".html")}
    return {"pages": pages, "files": files}
