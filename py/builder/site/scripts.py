"""Which of our JavaScript modules a page loads, so that its head can name them all at once.

Otherwise the browser would discover them one import after the other, with a round trip for each.
What comes alive on a page, and by which module, is told beside its markup: `live` in the
templates of the rooms (`builder.pages.directives.shared`). What a module imports, esbuild tells.
"""

from __future__ import annotations

import base64
import hashlib
import json
import posixpath
from collections.abc import Iterable, Mapping
from copy import copy
from pathlib import Path

from jinja2 import Environment

from builder.base import esbuild
from builder.base.errors import BuildError
from builder.base.kept import kept
from builder.base.places import ROOMS, SITE
from builder.base.tree import digest
from builder.pages.roles import LIVE

ENTRIES = ("frame/main.js", "frame/app.js")
LIVE_HEAD = """/* Made by build.py. */
/**
 * @typedef {import("../services.js").Services} Services
 * @typedef {{ mount: import("../../kit/mount.js").Mount<Services> }} Component
 * Selector, module, and whether it uses the workshop:
 * @type {[string, () => Promise<Component>, boolean][]}
 */
export const LIVE = ["""
# What the components of these rooms share, which a page with any of them loads.
WORKSHOP, SHARING = "frame/workshop.js", ("project", "home")
FIGURE = {"[data-figure]": "figures/figure.js"}


def table(templates: Environment) -> dict[str, str]:
    """Return everything that can come alive on a page, {selector: module}, by rooms."""
    found = FIGURE | {key: path for live in LIVE.values() for key, path in live.items()}
    for path in sorted(path for room in ROOMS for path in (SITE / room).rglob("*.html")):
        if "{% set live" in path.read_text(encoding="utf-8"):
            name = path.relative_to(SITE).as_posix()
            found |= getattr(templates.get_template(name).module, "live", {})
    return dict(sorted(found.items(), key=lambda one: (ROOMS.index(one[1].split("/")[0]), one)))


def module(live: Mapping[str, str]) -> bytes:
    """Return frame/generated/live.js: what can come alive, and what makes it so, on demand."""
    lines = [
        f'  ["{key}", () => import("../../{path}"), {json.dumps(shares(path))}],'
        for key, path in live.items()
    ]
    return "\n".join([LIVE_HEAD, *lines, "];", ""]).encode()


def shares(path: str) -> bool:
    """Tell whether a component uses what WORKSHOP opens."""
    return path.split("/")[0] in SHARING


class Scripts:
    """Who imports whom. live: all that can come alive, as `table` has it."""

    instead: Mapping[str, str] = {}  # paths of modules -> of those that pages load for them

    def __init__(self, live: Mapping[str, str], static: str) -> None:
        self.static = static
        self.imports = graph(sorted({*ENTRIES, WORKSHOP, *live.values()}))

    def instead_of(self, instead: Mapping[str, str]) -> Scripts:
        """Return the same for pages that load these paths in place of others."""
        other = copy(self)
        other.instead = instead
        return other

    def of_page(self, entry: str, live: Mapping[str, str]) -> list[str]:
        """Return the paths of all modules that `entry`, as "frame/main.js", loads on a page."""
        found: dict[str, None] = {}
        waiting = [entry, *(live.values() if entry == ENTRIES[0] else ())]
        waiting += [WORKSHOP] * any(map(shares, waiting))
        while waiting:
            name = waiting.pop(0)
            if name not in found:
                found[name] = None
                waiting += self.imports.get(name, [])
        paths = [f"{self.static}/{name}" for name in found]
        return [self.instead.get(path, path) for path in paths]


def graph(entries: Iterable[str]) -> dict[str, list[str]]:
    """Return what each module imports, all paths below site/, as esbuild finds it.

    Kept until a module changes. Raises BuildError, with file and line, for one that is no
    JavaScript, or that imports what is not there.
    """
    paths = {
        path.relative_to(SITE).as_posix(): path
        for room in ROOMS
        for path in (SITE / room).rglob("*.js")
    }
    for name in entries:
        if name not in paths:
            raise BuildError(f"a template names site/{name}, which is not there")

    def asked() -> bytes:
        inputs = esbuild.metafile([paths[name] for name in entries])["inputs"]
        return json.dumps({below(name): imported(name, inputs[name]) for name in inputs}).encode()

    return dict(json.loads(kept(f"imports/{digest({**paths})}.json", asked)))


def imported(name: str, described: Mapping[str, list[Mapping[str, str]]]) -> list[str]:
    """Return what a module imports at once; generated modules are external to esbuild."""
    found = []
    for one in described["imports"]:
        if one["kind"] == "import-statement":
            external = posixpath.join(posixpath.dirname(name), one["path"])
            found.append(below(posixpath.normpath(external if "external" in one else one["path"])))
    return found


def below(path: str) -> str:
    """Return a path of esbuild's, which begins where it ran, as one below site/."""
    return Path(path).relative_to(SITE.name).as_posix()


def csp_hash(source: str) -> str:
    """Return the Content-Security-Policy source expression that allows this inline text."""
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"
