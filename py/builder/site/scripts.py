"""Which of our JavaScript modules a page loads, so that its head can name them all at once.

Otherwise the browser would discover them one import after the other, with a round trip for each.
What comes alive on a page, and by which module, is told beside its markup: `live` in the
templates of the rooms (`builder.pages.directives.shared`). Pages load what comes alive in two
bundles: what lessons have, and the workshop. What a module imports, esbuild tells.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import asdict, dataclass
from pathlib import Path

from jinja2 import Environment

from builder.base import esbuild
from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError
from builder.base.kept import kept
from builder.base.places import ROOMS, SITE
from builder.base.tree import Tree, digest
from builder.pages.roles import LIVE

ENTRIES = ("frame/main.js", "frame/app.js")
LESSON, WORKSHOP = "frame/generated/lesson.js", "frame/generated/workshop.js"
SHARING = ("project", "home")  # the rooms whose components share the workshop
WORKERS = (
    "python/worker/worker.js",
    "python/worker/snapshot.js",
    "pad/worker/graphs.js",
    "home/worker/model.js",
)
LIVE_MODULE = "frame/generated/live.js"
GENERATED = "/* Made by build.py. */\n"
LIVE_HEAD = """/**
 * @typedef {import("../services.js").Services} Services
 * @typedef {{ mount: import("../../kit/mount.js").Mount<Services> }} Component
 * Selector, module, and whether it uses the workshop:
 * @type {[string, () => Promise<Component>, boolean][]}
 */
export const LIVE = ["""
OPENING = 'export { openWorkshop } from "../workshop.js";'
FIGURE = {"[data-figure]": "figures/figure.js"}


def table(templates: Environment) -> dict[str, str]:
    """Return everything that can come alive on a page, {selector: module}, by rooms."""
    found = FIGURE | {key: path for live in LIVE.values() for key, path in live.items()}
    for path in sorted(path for room in ROOMS for path in (SITE / room).rglob("*.html")):
        if "{% set live" in path.read_text(encoding="utf-8"):
            name = path.relative_to(SITE).as_posix()
            found |= getattr(templates.get_template(name).module, "live", {})
    return dict(sorted(found.items(), key=lambda one: (ROOMS.index(one[1].split("/")[0]), one)))


def modules(live: Mapping[str, str]) -> Tree:
    """Return the modules that say what can come alive on pages, and the two that make it so."""
    paths = sorted({*live.values()})
    for path in paths:
        if not (SITE / path).exists():
            raise BuildError(f"a template names site/{path}, which is not there")
    bring = {
        path: f'async () => (await import("../../{bundle(path)}")).{name(path)}' for path in paths
    }
    lines = [
        f'  ["{key}", {bring[path]}, {json.dumps(shares(path))}],' for key, path in live.items()
    ]
    written = {LIVE_MODULE: [LIVE_HEAD, *lines, "];"], LESSON: [], WORKSHOP: [OPENING]}
    for path in paths:
        written[bundle(path)].append(f'export * as {name(path)} from "../../{path}";')
    return {one: (GENERATED + "\n".join(written[one]) + "\n").encode() for one in written}


def bundle(path: str) -> str:
    """Return the module that brings a component."""
    return WORKSHOP if shares(path) else LESSON


def name(path: str) -> str:
    """Return what a component is called there."""
    return "".join(letter if letter.isalnum() else "_" for letter in path.removesuffix(".js"))


def shares(path: str) -> bool:
    """Tell whether a component uses what the workshop opens."""
    return path.split("/")[0] in SHARING


@dataclass(frozen=True)
class Written:
    """Our JavaScript and CSS as pages load it, and which modules each module imports at once."""

    files: Tree
    imports: Mapping[str, list[str]]


def as_written(files: Tree) -> Written:
    """Return it as developers read it, module by module."""
    entries = [*ENTRIES, LESSON, WORKSHOP]

    def asked() -> bytes:
        return json.dumps(esbuild.imports(files, entries)).encode()

    return Written(files, json.loads(_kept("imports", files, asked)))


def in_few(files: Tree) -> Written:
    """Return it in a few files that hold only what runs."""
    pages = [ENTRIES[0], LESSON, WORKSHOP]

    def made() -> bytes:
        return json.dumps(asdict(esbuild.bundles(files, pages, [ENTRIES[1]], WORKERS))).encode()

    made_of = json.loads(_kept("bundles", files, made))
    texts = {name: text.encode() for name, text in made_of["files"].items()}
    return Written(texts, made_of["imports"])


def _kept(kind: str, files: Tree, make: Callable[[], bytes]) -> bytes:
    """Return what esbuild tells of files, asked anew only when one, or how, has changed."""
    by = {"lock": ROOT / "package-lock.json", "how": Path(esbuild.__file__), "what": Path(__file__)}
    return kept(f"{kind}/{digest({**files, **by})}.json", make)


class Scripts:
    """Who imports whom; static: where all of it lies."""

    instead: Mapping[str, str] = {}  # paths of modules -> of those that pages load for them

    def __init__(self, imports: Mapping[str, list[str]], static: str) -> None:
        self.imports, self.static = imports, static

    def instead_of(self, instead: Mapping[str, str]) -> Scripts:
        """Return the same for pages that load these paths in place of others."""
        other = copy(self)
        other.instead = instead
        return other

    def of_page(self, entry: str, live: Mapping[str, str]) -> list[str]:
        """Return the paths of all modules that `entry`, as "frame/main.js", loads on a page."""
        found: dict[str, None] = {}
        waiting = [entry, *(map(bundle, live.values()) if entry == ENTRIES[0] else ())]
        while waiting:
            name = waiting.pop(0)
            if name not in found:
                found[name] = None
                waiting += self.imports.get(name, [])
        paths = [f"{self.static}/{name}" for name in found]
        return [self.instead.get(path, path) for path in paths]


def csp_hash(source: str) -> str:
    """Return the Content-Security-Policy source expression that allows this inline text."""
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"
