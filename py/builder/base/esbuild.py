"""esbuild, which npm installs: what our JavaScript imports, vendor modules in one, small files."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from builder.base import npm, tree
from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError

TOOL = "esbuild.cmd" if sys.platform == "win32" else "esbuild"
GENERATED = ("course", "live", "parts", "strings")  # modules made by builds, in folders "generated"


def bundled(entry: Path) -> bytes:
    """Bundle a module and what it imports from node_modules into one minified ES module."""
    options = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--legal-comments=eof"]
    return _run([str(entry), *options])


def metafile(entries: list[Path]) -> dict[str, Any]:
    """Return what esbuild finds out of modules: https://esbuild.github.io/api/#metafile."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "meta.json")
        places = [f"--outdir={folder}", f"--metafile={target}"]
        options = ["--bundle", "--format=esm", "--log-level=error"]
        options += [f"--external:*/generated/{name}.js" for name in GENERATED]
        _run([*map(str, entries), *places, *options])
        return dict(json.loads(target.read_text(encoding="utf-8")))


def minified(files: Mapping[str, tree.Content]) -> dict[str, str]:
    """Return JavaScript and CSS, by paths below site/, without what only a reader needs."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "site"), Path(folder, "small")
        tree.write(files, source)
        options = ["--minify", "--format=esm", "--target=es2022", "--charset=utf8"]
        places = ["--outbase=site", f"--outdir={target}", "--log-level=error"]
        _run([*(f"site/{name}" for name in files), *options, *places], Path(folder))
        return {name: (target / name).read_text(encoding="utf-8") for name in files}


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
