"""esbuild, which npm installs: what our JavaScript imports, vendor modules in one, small files."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.base import npm, tree
from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError

TOOL = "esbuild.cmd" if sys.platform == "win32" else "esbuild"
DATA = ("course", "parts", "strings")  # modules of data, in folders "generated"
SHARED = ["--splitting"]  # what several entries import becomes a file of its own
SMALL = ["--minify", "--format=esm", "--target=es2022", "--charset=utf8", "--log-level=error"]
# The paths of modules that stay apart, which esbuild tells from the folder of all bundles.
APART = re.compile(r'(?<=")\.\./site/(\w+/generated/\w+\.js)(?=")')


def bundled(entry: Path) -> bytes:
    """Bundle a module and what it imports from node_modules into one minified ES module."""
    options = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--legal-comments=eof"]
    return _run([str(entry), *options])


def metafile(entry: Path) -> dict[str, Any]:
    """Return what esbuild finds out of a module: https://esbuild.github.io/api/#metafile."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "meta.json")
        _run([str(entry), "--bundle", f"--outdir={folder}", f"--metafile={target}"])
        return dict(json.loads(target.read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Bundles:
    """Files as a browser gets them, by paths, and what each module imports at once."""

    files: dict[str, str]
    imports: dict[str, list[str]]


def bundles(
    files: Mapping[str, tree.Content],
    pages: Sequence[str],
    alone: Sequence[str] = (),
    workers: Sequence[str] = (),
) -> Bundles:
    """Return JavaScript and CSS, by paths below site/, in few files that hold only what runs.

    A browser asks for each module by itself, and on a slow connection waits longer than it reads.
    pages: modules that share what they have in common. alone, workers: modules that have all in
    themselves; but outside workers, modules of data, in folders "generated", stay apart, since
    pages in other languages have their own.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder).resolve()
        tree.write(files, place / "site")
        joined = [
            _bundled(place, entries, how, apart)
            for entries, how, apart in ((pages, SHARED, DATA), (alone, [], DATA), (workers, [], ()))
            if entries
        ]
        inside = {name.removeprefix("site/") for meta in joined for name in meta["inputs"]}
        outputs = {
            name.removeprefix("small/"): _at_once(one)
            for meta in joined
            for name, one in meta["outputs"].items()
        }
        inside -= {name for imported in outputs.values() for name in imported}
        rest = [name for name in files if name not in inside]
        _run([*_below_site(rest), *SMALL, "--outbase=site", "--outdir=small"], place)
        small = place / "small"
        made = {path.relative_to(small).as_posix(): path for path in small.rglob("*.*")}
        texts = {name: _own(path.read_text(encoding="utf-8"), name) for name, path in made.items()}
        texts = {name: text for name, text in texts.items() if text}  # nothing is left of types
        return Bundles(texts, outputs)


def imports(files: Mapping[str, tree.Content], entries: Sequence[str]) -> dict[str, list[str]]:
    """Return which modules each of the modules that `entries` need imports, as they are written."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder).resolve()
        tree.write(files, place / "site")
        inputs = _bundled(place, entries, SHARED, ())["inputs"]
        return {name.removeprefix("site/"): _at_once(one) for name, one in inputs.items()}


def _bundled(
    place: Path, entries: Sequence[str], options: list[str], apart: Sequence[str]
) -> dict[str, Any]:
    """Bundle modules below place/site into place/small; returns esbuild's metafile."""
    target = place / "meta.json"
    outside = [f"--external:{place}/site/*/generated/{name}.js" for name in apart]
    places = ["--outbase=site", "--outdir=small", "--chunk-names=kit/[hash]"]
    sources = _below_site(entries)
    _run([*sources, "--bundle", *options, *SMALL, *places, *outside, f"--metafile={target}"], place)
    return dict(json.loads(target.read_text(encoding="utf-8")))


def _below_site(names: Iterable[str]) -> list[str]:
    return [f"site/{name}" for name in names]


def _at_once(described: Mapping[str, Any]) -> list[str]:
    """Return what a file imports when it's loaded, by paths below site/."""
    found = [one["path"] for one in described["imports"] if one["kind"] == "import-statement"]
    return [*dict.fromkeys(re.sub(r"^(\.\./site|small|site)/", "", path) for path in found)]


def _own(text: str, name: str) -> str:
    """Return a bundle's text with the paths of modules that stay apart as they are from there."""
    up = "../" * name.count("/")
    return APART.sub(lambda path: up + path[1], text)


def _run(arguments: list[str], folder: Path = ROOT) -> bytes:
    tool = npm.install(dev=False) / ".bin" / TOOL
    done = subprocess.run(
        [str(tool), *arguments], capture_output=True, env=npm.environment(), cwd=folder
    )
    if done.returncode:
        raise BuildError(_reason(done.stderr.decode()))
    return done.stdout


def _reason(stderr: str) -> str:
    """Return esbuild's first error in one line, its place first."""
    found = re.search(r"\[ERROR\] (.+)\n\s*(\S+:\d+):\d+:", stderr)
    return f"{found[2]}: {found[1]}" if found else f"esbuild: {stderr.strip()}"
