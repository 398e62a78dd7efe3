"""Python for the browser as it starts fastest: compiled, and packed so that no Python unpacks it.

Most of a boot's time goes into compiling Python source. The bytecode must be made by the same
Python that will read it, so Pyodide itself makes it here, in Node, at build time. What it made
is kept in the cache under a name that changes with all that went in.
"""

from __future__ import annotations

import ast
import io
import json
import struct
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from builder.base import npm
from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError, disk_errors
from builder.base.fetch import cache_dir
from builder.base.kept import kept
from builder.base.tree import Content, digest, read, sha256
from builder.parts import pinned

HERE = Path(__file__).parent
OURS = ("nn", "course")  # what of our own Python the browser gets
COMPILER = (HERE / "slim.mjs", HERE / "slim_inside.py")


def standard_library() -> bytes:
    """Return Pyodide's python_stdlib.zip; the modules that a start loads are compiled."""
    path = pinned.npm_files("pyodide")["python_stdlib.zip"]
    py = ROOT / "py"
    ours = {p.relative_to(py).as_posix(): p for name in OURS for p in (py / name).rglob("*.py")}
    kept_as = f"imports/stdlib-{digest(ours)}.json"
    names = kept(kept_as, lambda: json.dumps(sorted(imported_names(ours.values()))).encode())
    imports = json.loads(names)
    return compiled("stdlib", path, imports)


def wheel(path: Path) -> bytes:
    """Return a wheel as a pack, its modules compiled, without what no running program reads."""
    return compiled("wheel", path)


def course(archive: bytes) -> bytes:
    """Return our own Python as a pack: sources, which learners read, with bytecode beside them."""
    return compiled("course", archive)


def imported_names(files: Iterable[Path]) -> set[str]:
    """Return the names of the standard library's modules that Python files import."""
    names: set[str] = set()
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module)
    return {name for name in names if name.partition(".")[0] in sys.stdlib_module_names}


def pack(archive: bytes) -> bytes:
    """Turn a zip into a pack: what the browser itself can unpack, without Python's help.

    That is the index's length as four bytes (little-endian), the index (JSON, [[path, bytes],
    ...]), and the files one after the other.
    """
    with zipfile.ZipFile(io.BytesIO(archive)) as zipped:
        return packed({entry.filename: zipped.read(entry) for entry in zipped.infolist()})


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return the pack of files by path."""
    index = json.dumps([[name, len(data)] for name, data in files.items()]).encode()
    return struct.pack("<I", len(index)) + index + b"".join(files.values())


def unpack(packed: bytes) -> dict[str, bytes]:
    """Return the files of a pack by path."""
    start = 4 + struct.unpack_from("<I", packed)[0]
    files = {}
    for name, size in json.loads(packed[4:start]):
        files[name] = packed[start : start + size]
        start += size
    return files


def compiled(kind: str, archive: Content, imports: list[str] | None = None) -> bytes:
    """Return the archive as `slim_inside.py` compiles this kind, packed unless it is the stdlib.

    Made once and kept in the cache.
    """
    sources = {path.name: path for path in (*COMPILER, Path(__file__))}
    inputs = {**sources, "archive": archive, "imports": json.dumps([kind, imports]).encode()}
    pyodide = pyodide_folder()
    shown = archive.name if isinstance(archive, Path) else kind

    def make() -> bytes:
        print(f"Compiling {shown} for the browser ...", flush=True)
        with disk_errors("compiling Python for the browser"):
            return _compile(kind, read(archive), imports or [], pyodide)

    return kept(f"compiled/{kind}-{digest({**inputs, 'pyodide': interpreter().encode()})}", make)


def pyodide_folder() -> Path:
    """Return the folder of Pyodide's files."""
    return _pyodide()[0]


def interpreter() -> str:
    """Return the hash of Pyodide's interpreter."""
    return _pyodide()[1].decode()


@cache
def _pyodide() -> tuple[Path, bytes]:
    """Return the folder of Pyodide's files and its interpreter's hash, read once a process."""
    interpreter = pinned.npm_files("pyodide")["pyodide.asm.wasm"]
    return interpreter.parent, sha256(interpreter).encode()


def _compile(kind: str, archive: bytes, imports: list[str], pyodide: Path) -> bytes:
    numpy = [str(path) for path in pinned.wheels().values()] if imports else []
    with tempfile.TemporaryDirectory(dir=cache_dir()) as folder:
        given, made, job = (Path(folder, name) for name in ("given.zip", "made.zip", "job.json"))
        given.write_bytes(archive)
        job.write_text(
            json.dumps(
                {
                    "kind": kind,
                    "given": str(given),
                    "made": str(made),
                    "pyodide": str(pyodide),
                    "program": str(COMPILER[1]),
                    "imports": imports,
                    "wheels": numpy,
                }
            )
        )
        command = [str(npm.node()), str(COMPILER[0]), str(job)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
        if done.returncode:
            raise BuildError(f"Pyodide could not compile {kind}: {done.stderr.strip()[-500:]}")
        archive = made.read_bytes()
        return archive if kind == "stdlib" else pack(archive)
