"""What learners may import beside NumPy: wheels as packs, and the catalogue that lists them."""

from __future__ import annotations

import email
import json
import re
import tempfile
import tomllib
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError
from builder.base.fetch import Source, SourceError, cache_dir, file_sha256, obtain
from builder.parts import pinned, slim

PINNED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*==[^\s=]+")
DEPENDENCY = re.compile(r"\s*([A-Za-z0-9][\w.-]*)([^;]*)(?:;(.*))?")
IMPORT = re.compile(r"^\s*(?:import|from) (\w+)", re.MULTILINE)
ADVICE = "py/builder/parts/parts.toml, below [shelf]"


@dataclass(frozen=True)
class Package:
    """A wheel for the browser: where it is, what it is imported as, which packs it needs."""

    name: str
    version: str
    wheel: Path
    imports: list[str]
    depends: list[str]
    shelf: bool  # it is pure Python from PyPI, listed in pyproject.toml


@cache
def packages() -> dict[str, Package]:
    """Return all of them by name: what pinned.toml loads on demand, and the shelf."""
    return {package.name: package for package in (*_on_demand(), *_shelf())}


def packs() -> dict[str, bytes]:
    """Return the packs, {file name: content}."""
    return {f"{p.name}.pack": slim.wheel(p.wheel) for p in packages().values()}


def catalogue() -> bytes:
    """Return what course.packages reads: {name: {version, imports, depends, shelf}}, as JSON."""
    fields = ("version", "imports", "depends", "shelf")
    entries = {p.name: {f: getattr(p, f) for f in fields} for p in packages().values()}
    return json.dumps(entries, indent=1).encode()


def optional(site: Path) -> set[str]:
    """Return the packs that a visitor only stores after a cell has asked for them.

    The rest is stored for everyone: the shelf, micropip, and what a lesson imports.
    """
    paths = [path for name in ("lessons", "pages") for path in (site / name).rglob("*.*")]
    sources = [path for path in paths if path.suffix in (".md", ".py")]
    texts = [path.read_text(encoding="utf-8") for path in sources]
    imported = {match[1] for text in texts for match in IMPORT.finditer(text)}
    stored = ["micropip"]
    stored += [p.name for p in packages().values() if p.shelf or imported & set(p.imports)]
    return {f"{name}.pack" for name in packages().keys() - closure(stored)}


def closure(names: list[str]) -> set[str]:
    """Return these packages and all that they need."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += packages()[name].depends
    return found


def _on_demand() -> list[Package]:
    """Return the packages compiled for Pyodide, with what they need, as its lock file has it."""
    pin = pinned.pinned()["wheels"]
    lock = pinned.lock()["packages"]
    ready = {*pin["names"], *pin["left_out"]}  # there from the boot on, or never missed
    waiting, found = list(pin["on_demand"]), {}
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        entry = lock[name]
        depends = sorted(set(entry["depends"]) - ready)
        wheel = pinned.wheel(name)
        found[name] = Package(name, entry["version"], wheel, entry["imports"], depends, False)
        waiting += depends
    return [found[name] for name in sorted(found)]


# ---- The shelf


def shelf_requirements() -> list[str]:
    """Return `[tool.module3] shelf` of pyproject.toml: names with exact versions."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed: list[str] = pyproject["tool"]["module3"]["shelf"]
    for requirement in listed:
        if not PINNED.fullmatch(requirement):
            raise BuildError(f"pyproject.toml: {requirement!r} on the shelf isn't NAME==VERSION")
    return listed


def _shelf() -> list[Package]:
    wheels = {requirement: shelf_wheel(requirement) for requirement in shelf_requirements()}
    names = {normalised(requirement.partition("==")[0]) for requirement in wheels}
    return [read_wheel(wheel, names) for wheel in wheels.values()]


def shelf_wheel(requirement: str) -> Path:
    """Return the wheel of a requirement, fetched from PyPI by pip and checked by pinned.toml."""
    pins = pinned.pinned()["shelf"]
    if requirement not in pins:
        with tempfile.TemporaryDirectory() as folder:
            try:
                wheel = pinned.pip_download(requirement, Path(folder))
            except SourceError as error:
                raise BuildError(f"pyproject.toml: {requirement} on the shelf: {error}") from None
            line = f'"{requirement}" = {{ file = "{wheel.name}", sha256 = "{file_sha256(wheel)}" }}'
        raise BuildError(f"{requirement} is on the shelf without a hash. Add to {ADVICE}:\n{line}")
    pin = pins[requirement]

    def from_pypi(target: Path) -> None:
        with tempfile.TemporaryDirectory(dir=cache_dir()) as folder:
            pinned.pip_download(requirement, Path(folder)).replace(target)

    return obtain(pin["file"], pin["sha256"], [Source(f"PyPI ({requirement})", from_pypi)])


def read_wheel(wheel: Path, shelf: set[str]) -> Package:
    """Return what a wheel of the shelf says about itself.

    Raises BuildError if it needs a package that the shelf lacks.
    """
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        info = next(name for name in names if name.endswith(".dist-info/METADATA"))
        metadata = email.message_from_bytes(archive.read(info))
    roots = {name.partition("/")[0].removesuffix(".py") for name in names}
    imports = sorted(root for root in roots if root.isidentifier())
    needed = {name for line in metadata.get_all("Requires-Dist", []) if (name := _needed(line))}
    missing = needed - shelf - {"numpy"}
    if missing:
        wanted = ", ".join(sorted(missing))
        raise BuildError(f"pyproject.toml: {wheel.name} needs {wanted}, which isn't on the shelf")
    name = normalised(str(metadata["Name"]))
    depends = sorted(needed - {"numpy"})
    return Package(name, str(metadata["Version"]), wheel, imports, depends, True)


def _needed(line: str) -> str | None:
    """Return the name in a Requires-Dist line, or None where its marker rules the browser out."""
    match = DEPENDENCY.match(line)
    assert match is not None, line
    marker = match[3] or ""
    elsewhere = re.search(r"extra\s*==|Windows|win32|darwin|python_version\s*<", marker)
    return None if elsewhere else normalised(match[1])


def normalised(name: str) -> str:
    """Return a package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
