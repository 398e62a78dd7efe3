"""Runs in Pyodide at build time: puts bytecode into an archive of Python sources."""

import importlib
import sys
import zipfile
from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[attr-defined]
from pathlib import PurePosixPath

DATE = (1980, 1, 1, 0, 0, 0)  # fixed, so that equal sources give equal archives
UNUSED = {".pyi", ".h", ".pyx", ".pxd", ".c", ".md", ".cmake", ".pc", ".ini", ".lib"}
UNUSABLE = {"tests", "f2py", "sample_data", "pdfcorefonts", "afm"}  # f2py drives a compiler
FOLDERS = {  # where each kind's files will lie in the browser
    "stdlib": "/lib/python314.zip",
    "wheel": "/lib/python3.14/site-packages",
    "course": "/course",
}


def slim(kind: str, imports: list[str]) -> None:
    """Write /made.zip: the archive /given.zip with bytecode.

    `stdlib`: bytecode replaces the source of what NumPy and `imports` load, the rest stays
    source, since bytecode is larger. `wheel`: bytecode replaces all sources, and what only a
    compiler or a test reads is left out. `course`: bytecode stands beside every source that is
    imported.
    """
    wanted = loaded_files(imports) if kind == "stdlib" else None
    with (
        zipfile.ZipFile("/given.zip") as old,
        zipfile.ZipFile("/made.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for entry in old.infolist():
            path = PurePosixPath(entry.filename)
            if entry.is_dir() or (kind == "wheel" and unused(path)):
                continue
            data = old.read(entry)
            source = path.suffix == ".py" and (wanted is None or entry.filename in wanted)
            source = source and not read_as_text(path)
            if not source or kind == "course":
                new.writestr(archived(path), data)
            if source:
                new.writestr(archived(bytecode_path(kind, path)), compiled(kind, path, data))


def loaded_files(imports: list[str]) -> set[str]:
    """Import NumPy and `imports`, and return the library's files of all modules now loaded."""
    for module in ["numpy", *imports]:
        importlib.import_module(module)
    paths = {module.replace(".", "/") for module in sys.modules}
    return {f"{path}{end}" for path in paths for end in (".py", "/__init__.py")}


def unused(path: PurePosixPath) -> bool:
    """Say whether no running program reads this file of a wheel."""
    return path.suffix in UNUSED or not UNUSABLE.isdisjoint(path.parts)


def read_as_text(path: PurePosixPath) -> bool:
    """Say whether a file is one of an exercise's programs, which are read and never imported."""
    return path.parent.parent.name == "exercises" and path.name != "check.py"


def bytecode_path(kind: str, path: PurePosixPath) -> PurePosixPath:
    """Return where Python looks for the bytecode: in the source's place, or in __pycache__."""
    if kind != "course":
        return path.with_suffix(".pyc")
    return path.parent / "__pycache__" / f"{path.stem}.{sys.implementation.cache_tag}.pyc"


def compiled(kind: str, path: PurePosixPath, source: bytes) -> bytes:
    """Return bytecode that Python takes as it is, without comparing it with a source."""
    code = compile(source, f"{FOLDERS[kind]}/{path}", "exec", dont_inherit=True)
    return bytes(_code_to_hash_pyc(code, bytes(8), checked=False))


def archived(path: PurePosixPath) -> zipfile.ZipInfo:
    """Return an entry's header, the same for every build."""
    info = zipfile.ZipInfo(str(path), DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info
