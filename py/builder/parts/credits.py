"""Who made what is shipped: the works in each part, where they come from, their license texts.

The texts come from the works themselves, npm packages and wheels. What brings none has its text
in the folder `licenses`; see its README. A part of unknown works, or without a text, is refused.
"""

from __future__ import annotations

import email
import json
import re
import tarfile
import tomllib
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from email.message import Message
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from builder.base import esbuild
from builder.base import npm as tools
from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError
from builder.base.kept import kept
from builder.base.places import SITE
from builder.base.tree import digest
from builder.parts import fonts, packages, pinned

LICENSES = Path(__file__).with_name("licenses")
TEXT = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
CODE = {".py", ".js", ".json", ".map", ".ts"}
PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
RULE = "=" * 80
FILE = "licenses.txt"
PENS = ROOT / "training" / "real" / "README.md"


@dataclass(frozen=True)
class Work:
    """Something that others (or we) made: what it is called, and the terms it comes under."""

    name: str
    version: str
    license: str
    source: str  # an address; "" if nobody has said
    text: str

    @property
    def title(self) -> str:
        """Its name and its version."""
        return f"{self.name} {self.version}".strip()


def refuse_unknown(parts: Iterable[str]) -> None:
    """Raise BuildError for a part of the site whose works aren't known."""
    for part in parts:
        if part not in MADE_OF:
            raise BuildError(f"whose work is the part {part!r}? Add it to MADE_OF in {__file__}")


@cache
def every() -> list[Work]:
    """Return the works in all parts, each once, by name; ours first.

    Raises BuildError for a work without a license text.
    """
    return sorted_works(work for works_of in MADE_OF.values() for work in works_of())


def sorted_works(works: Iterable[Work]) -> list[Work]:
    """Return works in order, each once. Raises BuildError for one without a license text."""
    found = {work.title: work for work in works}
    for work in found.values():
        if not work.text.strip():
            raise BuildError(
                f"{work.title} is shipped without its license text: it brings none, "
                f"so copy it to {LICENSES}/NAME.txt"
            )
    ours = course()
    return sorted(found.values(), key=lambda work: (work.title != ours.title, work.name.lower()))


def files() -> dict[str, bytes]:
    """Return the part of the site that holds all license texts, as one text."""
    return {FILE: document(every())}


def document(works: Iterable[Work]) -> bytes:
    """Return the license texts of works as one text."""
    shown = [f"{work.title}\n{work.license}\n{work.source}\n\n{work.text}" for work in works]
    return f"\n\n{RULE}\n".join(
        ["What this site is made of, and under which terms", *shown]
    ).encode()


# ---- Works that are ours, or that no package describes


@cache
def course() -> Work:
    """Return the course itself."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return Work("Module 3", project["version"], project["license"], "", _read(ROOT / "LICENSE"))


def cpython() -> Work:
    """Return Python itself, which is in Pyodide's files and in our packs."""
    version = pinned.lock()["info"]["python"]
    source = f"https://github.com/python/cpython/tree/v{version}"
    return Work("CPython", version, "PSF-2.0", source, beside("cpython"))


def mnist() -> Work:
    """Return the images."""
    about = "no license text; see the file"
    return Work("MNIST", "", about, "https://yann.lecun.com/exdb/mnist/", beside("mnist"))


def pens() -> Work:
    """Return the pen strokes that the recognizer has learned from."""
    name = "Pen-Based Recognition of Handwritten Digits"
    return Work(name, "", "CC BY 4.0", "https://doi.org/10.24432/C5MG6K", _read(PENS))


def beside(name: str) -> str:
    """Return the texts of the folder `licenses` for a work."""
    found = [path for path in sorted(LICENSES.glob("*.txt")) if _is_for(path.stem, name)]
    return joined({path.name: _read(path) for path in found})


def _is_for(stem: str, name: str) -> bool:
    return stem == name or stem.startswith(f"{name}-")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


def joined(texts: Mapping[str, str]) -> str:
    """Return texts as one, equal ones once, each below its file's name if there are several."""
    different = {text.strip(): name for name, text in sorted(texts.items(), reverse=True)}
    named = sorted((name, text) for text, name in different.items())
    if len(named) == 1:
        return named[0][1]
    return "\n\n".join(f"---- {name}\n\n{text}" for name, text in named)


# ---- npm packages


def npm(part: str) -> Work:
    """Return the work of an npm part of parts.toml, as its tarball describes it."""
    pin = pinned.pinned()["npm"][part]

    def read() -> bytes:
        with tarfile.open(pinned.tarball(pin)) as archive:
            names = [name for name in archive.getnames() if _is_text(name)]
            texts = {name: _member(archive, name) for name in names}
            return json.dumps([_member(archive, "package/package.json"), texts]).encode()

    manifest, texts = json.loads(kept(f"licenses/{pin['sha256']}.json", read))
    return npm_work(json.loads(manifest), texts)


def npm_work(manifest: Mapping[str, Any], texts: Mapping[str, str]) -> Work:
    """Return what package.json and the license texts of a package say."""
    name, version = manifest["name"], manifest["version"]
    repository = manifest.get("repository", "")
    address = repository if isinstance(repository, str) else repository.get("url", "")
    found = re.search(r"(?:github\.com[/:]|https://)[^\s]+", address)
    source = found[0].removesuffix(".git") if found else ""
    if not source.startswith("https://"):
        source = f"https://{source.replace(':', '/')}" if source else _npm_page(name, version)
    file = name.strip("@").replace("/", "-")
    text = "\n\n".join(filter(None, [joined(texts) if texts else "", beside(file)]))
    return Work(name, version, str(manifest.get("license", "")), source, text)


def _npm_page(name: str, version: str) -> str:
    return f"https://www.npmjs.com/package/{name}/v/{version}"


def _member(archive: tarfile.TarFile, name: str) -> str:
    file = archive.extractfile(name)
    assert file is not None, name
    return file.read().decode("utf-8-sig")


def _is_text(name: str) -> bool:
    return bool(TEXT.search(name)) and PurePosixPath(name).suffix not in CODE


def bundled(entry: Path) -> list[Work]:
    """Return the works that a module bundles from node_modules."""
    key = digest({"entry": entry, "lock": ROOT / "package-lock.json"})

    def read() -> bytes:
        paths = esbuild.metafile(entry)["inputs"]
        return json.dumps(sorted({m[1] for path in paths if (m := PACKAGE.search(path))})).encode()

    names = json.loads(kept(f"licenses/bundled-{entry.stem}-{key}.json", read))
    folder = tools.install(dev=False)  # which a full cache of the build's has no need of
    return [installed(folder / name) for name in names]


def installed(folder: Path) -> Work:
    """Return the work in a folder of node_modules."""
    texts = {path.name: _read(path) for path in folder.iterdir() if _is_text(path.name)}
    return npm_work(json.loads(_read(folder / "package.json")), texts)


# ---- Wheels


@cache
def wheel(path: Path) -> Work:
    """Return the work in a wheel."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        place = next(name for name in names if name.endswith(".dist-info/METADATA"))
        metadata = email.message_from_bytes(archive.read(place))
        texts = {name: archive.read(name).decode() for name in names if _is_text(name)}
    name, version = str(metadata["Name"]), str(metadata["Version"])
    source = f"https://pypi.org/project/{name}/{version}/"
    return Work(name, version, terms(metadata), source, joined(texts) if texts else beside(name))


def terms(metadata: Message) -> str:
    """Return the name of a wheel's license, as its metadata has it."""
    classifiers = [str(line).split(" :: ") for line in metadata.get_all("Classifier", [])]
    named = [parts[-1] for parts in classifiers if parts[0] == "License"]
    whole = str(metadata["License"] or "")
    return str(metadata["License-Expression"] or ", ".join(named) or whole.partition("\n")[0])


def _packs() -> list[Work]:
    return [course(), cpython(), *map(wheel, pinned.wheels().values())]


MADE_OF: dict[str, Callable[[], list[Work]]] = {
    "pyodide": lambda: [npm("pyodide"), cpython()],
    "start": _packs,
    "first": _packs,
    "rest": _packs,
    "packages": lambda: [wheel(one.wheel) for one in packages.packages().values()],
    "ort": lambda: [npm("onnxruntime-web")],
    "pyscript": lambda: [npm("pyscript")],
    "models": lambda: [course(), mnist(), pens()],
    "mnist": lambda: [mnist()],
    "fonts": lambda: [npm(part) for part in sorted({face[1] for face in fonts.FACES})],
    "codemirror": lambda: bundled(SITE / "cells/codemirror.js"),
    "fflate": lambda: bundled(SITE / "home/fflate.js"),
    "zstd": lambda: bundled(SITE / "offline/zstd.js"),
    "indexeddb": lambda: bundled(SITE / "home/indexeddb.js"),
    "quiz": lambda: [course()],
    "app": lambda: [course()],
}
