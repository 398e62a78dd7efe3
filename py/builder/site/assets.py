"""What pages load: the static files, the parts under hashed paths, the service worker."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from builder.base import npm
from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError
from builder.base.kept import kept
from builder.base.places import MODELS, ROOMS, SITE
from builder.base.tree import Content, Tree, digest, read, sha256
from builder.parts import course, mnist, packages, pinned, recogniser, slim
from builder.site import scripts

PLACEHOLDER = re.compile(r"\{(\w+)(?:\|(.*?)\|(.*?))?\}")
GENERATED = "/* Made by build.py. */\n"
# Files of the rooms that no page loads with the others.
ALONE = ("sw.js", "codemirror.js", "404.js", "404.css", "quiz-sheet.css")
FIRST_STYLES = ("frame/tokens.css", "frame/base.css")  # the others only use what these define

Parts = dict[str, dict[str, Content]]


def strings() -> dict[str, Any]:
    """Read every text that templates and JavaScript show."""
    return _read(SITE / "strings.toml")


def words(texts: Mapping[str, Any]) -> set[str]:
    """Return every text of the interface."""
    return {text for section in texts.values() for text in section.values()}


def fill(text: str, **values: object) -> str:
    """Put values into a text's {placeholders}, as the page's `fill` does (site/kit/text.js)."""

    def filled(found: re.Match[str]) -> str:
        name, one, many = found.groups()
        value = str(values[name])
        return value if one is None else f"{value} {one if value == '1' else many}"

    return PLACEHOLDER.sub(filled, text)


def course_names() -> dict[str, Any]:
    """Read what the engine has to know of the course."""
    return _read(SITE / "course.toml")


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BuildError(f"{path}: {error}") from None


def collect_parts() -> Parts:
    """Return all parts, {part: {file name: content}}."""
    recogniser.refuse_unfit(MODELS)
    graphs = [*sorted(MODELS.glob("*.onnx")), MODELS / "digits.json"]
    return {
        "pyodide": {
            **pinned.npm_files("pyodide"),
            "python_stdlib.zip": slim.standard_library(),
        },
        "numpy": {"numpy.pack": slim.wheel(next(iter(pinned.wheels().values())))},
        "ort": dict(pinned.npm_files("onnxruntime-web")),
        "pyscript": dict(pinned.npm_files("pyscript")),
        "models": {path.name: path for path in graphs},
        "course": {"course.pack": slim.course(course.archive())},
        "packages": dict(packages.packs()),
        "mnist": dict(mnist.packs()),
        "codemirror": {"codemirror.js": bundled(SITE / "cells" / "codemirror.js")},
    }


def bundled(entry: Path) -> bytes:
    """Return a vendor module bundled by esbuild, anew only when it or npm's lock changed."""
    lock = ROOT / "package-lock.json"
    name = f"bundled/{entry.stem}-{digest({'entry': entry, 'lock': lock})}.js"
    return kept(name, lambda: npm.esbuild(entry))


def add_parts(tree: Tree, collected: Parts) -> dict[str, dict[str, dict[str, Any]]]:
    """Put the parts under parts/<hash>/ and return where each file is, its size and hash."""
    index: dict[str, dict[str, dict[str, Any]]] = {}
    for part, files in collected.items():
        folder = f"parts/{digest(files)}"
        index[part] = {}
        for name, content in files.items():
            path = f"{folder}/{name}"
            tree[path] = content
            index[part][name] = {
                "path": path,
                "bytes": len(read(content)),
                "sha256": sha256(content),
            }
    return index


def stylesheet() -> bytes:
    """Join the style files into one: tokens first, then base, the rooms, the pages' own."""
    first = [SITE / name for name in FIRST_STYLES]
    pages = [*sorted(SITE.glob("lessons/*/*.css")), *sorted(SITE.glob("pages/*/*.css"))]
    rooms = [path for room in ROOMS for path in sorted((SITE / room).rglob("*.css"))]
    others = [path for path in rooms if path not in first and path.name not in ALONE]
    paths = (*first, *others, *pages)
    return "\n".join(path.read_text(encoding="utf-8") for path in paths).encode()


def add_static(
    tree: Tree, index: dict[str, Any], texts: dict[str, Any], live: dict[str, str]
) -> str:
    """Put our JavaScript and CSS under static/<hash>/ and return that folder's path."""
    files: dict[str, Content] = {
        path.relative_to(SITE).as_posix(): path
        for room in ROOMS
        for path in sorted((SITE / room).rglob("*.js"))
        if path.name not in ALONE
    }
    files["site.css"] = stylesheet()
    files["icon.svg"] = SITE / "icon.svg"
    files["kit/generated/strings.js"] = module(strings=texts)
    files["kit/generated/course.js"] = module(course=course_names())
    files["frame/generated/live.js"] = scripts.module(live)
    static_version = digest({**files, "parts": json.dumps(index).encode()})
    files["kit/generated/parts.js"] = (
        module(staticVersion=static_version, parts=index)
        + b'export const root = new URL("../../../../", import.meta.url).href;\n'
    )
    tree.update({f"static/{static_version}/{name}": content for name, content in files.items()})
    return f"static/{static_version}"


def module(**values: object) -> bytes:
    """Return a JavaScript module that exports these values."""
    lines = [
        f"export const {name} = {json.dumps(value, ensure_ascii=False, indent=1)};\n"
        for name, value in values.items()
    ]
    return (GENERATED + "".join(lines)).encode()
