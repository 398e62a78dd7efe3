"""What of Python a first visitor uses: Pyodide itself finds out, in Node, at build time.

It runs the first cell and draws the first figure of each page, and tells which files it has read.
No check is among that: its random examples take a megabyte of NumPy, and learners come to it later.
"""

from __future__ import annotations

import ast
import io
import json
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from builder.base import npm
from builder.base.errors import BuildError
from builder.base.fetch import cache_dir
from builder.base.kept import kept
from builder.base.places import SITE
from builder.base.tree import digest
from builder.parts import pinned, slim

HERE = Path(__file__).parent
TRACER = (HERE / "visitor.mjs", HERE / "visitor_inside.py")
UNPACKER = SITE / "python" / "pack.js"
PACKAGES = "/lib/python3.14/site-packages"
COURSE = "/course"
CELL = re.compile(r"^```\{cell\} \S+\n(.*?)^```", re.DOTALL | re.MULTILINE)
FIGURE = re.compile(r"^```\{figure\} (\S+)", re.MULTILINE)


def loaded(archive: bytes) -> list[str]:
    """Return the files that are read by then, by their paths in the page.

    archive: our own Python. They are kept in the cache, and found anew when that mentions other
    modules, or a page begins in another way.
    """
    asked = [json.dumps({"id": 1, **request}) for request in requests()]
    inputs = {path.name: path for path in (*TRACER, *slim.COMPILER)}
    kept_as = f"imports/mentioned-{digest({'archive': archive, 'by': Path(__file__)})}.json"
    mentions = kept(kept_as, lambda: json.dumps(mentioned(archive)).encode())
    more = {"asked": json.dumps(asked).encode(), "mentioned": mentions}
    key = digest({**inputs, **more, **pinned.wheels()})
    told = kept(f"first/{key}-{slim.interpreter()}.json", lambda: _traced(archive, asked))
    return list(json.loads(told))


def requests() -> Iterator[dict[str, object]]:
    """Yield what a first visitor of each page asks of Python, and what tells an error."""
    for path in sorted([*SITE.glob("lessons/*/lesson.md"), *SITE.glob("pages/*/page.md")]):
        text, folder = path.read_text(encoding="utf-8"), path.parent
        slug = re.sub(r"^\d\d-", "", folder.name)
        if cell := CELL.search(text):
            yield {"op": "cells.run", "args": {"cell": "a", "code": cell[1], "lesson": slug}}
        figures = (name for name in FIGURE.findall(text) if _lives(folder / "figures", name))
        for name in [*figures][:1]:
            args = {"lesson": slug, "name": name, "values": {}}
            yield {"op": "figures.draw", "args": args}
    yield {"op": "cells.run", "args": {"cell": "a", "code": "1 / 0", "lesson": "a"}}


def _lives(folder: Path, name: str) -> bool:
    """Say whether Python draws a figure in the page, and not only the build."""
    path = folder / f"{name}.py"
    return path.exists() and "\nCONTROLS" in path.read_text(encoding="utf-8")


def mentioned(archive: bytes) -> dict[str, list[str]]:
    """Return what each of our modules imports, and what it takes from NumPy."""
    with zipfile.ZipFile(io.BytesIO(archive)) as zipped:
        names = [name for name in zipped.namelist() if name.endswith(".py")]
        return {name: sorted({*_mentions(ast.parse(zipped.read(name)))}) for name in names}


def _mentions(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=parent, names=names):
                yield from (f"{parent}.{alias.name}" for alias in names)
            case ast.Attribute(value=ast.Name(id="np"), attr=name):
                yield f"np.{name}"


def _traced(archive: bytes, asked: list[str]) -> bytes:
    print("Finding what of Python a first result uses ...", flush=True)
    numpy = slim.wheel(next(iter(pinned.wheels().values())))
    ours = slim.course(archive)
    with tempfile.TemporaryDirectory(dir=cache_dir()) as folder:
        made, job = Path(folder, "made.json"), Path(folder, "job.json")
        given = {PACKAGES: numpy, COURSE: ours}
        packed = {place: Path(folder, f"{number}.pack") for number, place in enumerate(given)}
        for place, path in packed.items():
            path.write_bytes(given[place])
        settings = {
            "pyodide": str(slim.pyodide_folder()),
            "packs": {place: str(path) for place, path in packed.items()},
            "unpacker": UNPACKER.read_text(encoding="utf-8"),
            "program": str(TRACER[1]),
            "requests": asked,
            "made": str(made),
        }
        job.write_text(json.dumps(settings))
        command = [str(npm.node()), str(TRACER[0]), str(job)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
        if done.returncode:
            reason = done.stderr.strip()[-500:]
            raise BuildError(f"Pyodide could not do what a first visitor does: {reason}")
        return made.read_bytes()
