"""What pages load: the static files, the parts under hashed paths, the service worker."""

from __future__ import annotations

import io
import json
import tomllib
import zipfile
from pathlib import Path
from typing import Any

from builder import mnist, models, npm, packages, parts, slim, templates
from builder.bootstrap import ROOT
from builder.errors import BuildError
from builder.kept import kept
from builder.tree import Content, Tree, digest, read, sha256

SITE = ROOT / "site"
MODELS = ROOT / "models"
GENERATED = "/* Made by build.py. */\n"
FIRST_STYLES = ("tokens.css", "base.css")  # the others only use what these define
ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # fixed, so that equal sources give equal archives

Parts = dict[str, dict[str, Content]]


def strings() -> dict[str, Any]:
    """Read every text that templates and JavaScript show."""
    try:
        return tomllib.loads((SITE / "strings.toml").read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BuildError(f"{SITE / 'strings.toml'}: {error}") from None


def collect_parts() -> Parts:
    """Return all parts, {part: {file name: content}}."""
    models.check(MODELS)
    graphs = [*sorted(MODELS.glob("*.onnx")), MODELS / "digits.json"]
    return {
        "pyodide": {
            **parts.npm_files("pyodide"),
            "python_stdlib.zip": slim.standard_library(),
        },
        "numpy": {"numpy.pack": slim.wheel(next(iter(parts.wheels().values())))},
        "ort": dict(parts.npm_files("onnxruntime-web")),
        "pyscript": dict(parts.npm_files("pyscript")),
        "models": {path.name: path for path in graphs},
        "course": {"course.pack": slim.course(course_archive())},
        "packages": dict(packages.packs()),
        "mnist": dict(mnist.packs()),
        "codemirror": {"codemirror.js": bundled(SITE / "js" / "vendor" / "codemirror.js")},
    }


def course_archive() -> bytes:
    """Zip py/nn, py/course, and the Python and the data of the lessons for the browser.

    The quiz makes its items at build time, so they stay out; so does the page /project/app/, which
    runs its own Python.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:

        def add(name: str, data: bytes) -> None:
            info = zipfile.ZipInfo(name, ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)

        for base, pattern in (
            (ROOT / "py", "nn/**/*.py"),
            (ROOT / "py", "course/**/*.py"),
            (SITE, "lessons/**/*.py"),
            (SITE, "lessons/*/data/*.npz"),
        ):
            for path in sorted(base.glob(pattern)):
                if path.parent.name in ("questions", "app"):
                    continue
                add(path.relative_to(base).as_posix(), path.read_bytes())
        add("course/packages.json", packages.catalogue())
        add("course/templates.json", templates.templates())
    return buffer.getvalue()


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
    """Join the style files into one: tokens first, then base, then the components."""
    names = [*FIRST_STYLES]
    names += sorted(p.name for p in (SITE / "css").glob("*.css") if p.name not in FIRST_STYLES)
    return "\n".join((SITE / "css" / name).read_text(encoding="utf-8") for name in names).encode()


def add_static(tree: Tree, index: dict[str, Any], texts: dict[str, Any]) -> str:
    """Put our JavaScript and CSS under static/<hash>/ and return that folder's path."""
    files: dict[str, Content] = {
        f"js/{path.relative_to(SITE / 'js').as_posix()}": path
        for path in sorted((SITE / "js").rglob("*.js"))
        if path.parent.name != "vendor"
    }
    files["css/site.css"] = stylesheet()
    files["icon.svg"] = SITE / "icon.svg"
    files["js/generated/strings.js"] = module(strings=texts)
    version = digest({**files, "parts": json.dumps(index).encode()})
    files["js/generated/parts.js"] = (
        module(version=version, parts=index)
        + b'export const root = new URL("../../../../", import.meta.url).href;\n'
    )
    tree.update({f"static/{version}/{name}": content for name, content in files.items()})
    return f"static/{version}"


def module(**values: object) -> bytes:
    """Return a JavaScript module that exports these values."""
    lines = [
        f"export const {name} = {json.dumps(value, ensure_ascii=False, indent=1)};\n"
        for name, value in values.items()
    ]
    return (GENERATED + "".join(lines)).encode()


def add_service_worker(tree: Tree, version: str, index: dict[str, Any]) -> None:
    """Write sw.js with the list of all files, so that it can keep and check them."""
    source = (SITE / "sw.js").read_text(encoding="utf-8")
    marker = "const BUILD = null;"
    if marker not in source:
        raise BuildError(f"{SITE / 'sw.js'}: the line `{marker}` is missing")

    pages = sorted(name for name in tree if name.endswith(".html"))
    # The pages' own bytes belong to the version: a changed sentence is a new version.
    version = digest({**{name: tree[name] for name in pages}, "static": version.encode()})
    optional = packages.optional(SITE) | index["mnist"].keys()
    kept: dict[str, Any] = {}
    on_demand: dict[str, Any] = {}
    for entry in sorted(
        (entry for files in index.values() for entry in files.values()),
        key=lambda entry: str(entry["path"]),
    ):
        stored = on_demand if Path(entry["path"]).name in optional else kept
        stored[entry["path"]] = {"bytes": entry["bytes"], "sha256": entry["sha256"]}
    build = {
        "version": version,
        "pages": [name.removesuffix("index.html") for name in pages],
        "files": {
            name: {"bytes": len(read(tree[name])), "sha256": sha256(tree[name])}
            for name in sorted(tree)
            if name.startswith("static/")
        },
        "parts": kept,
        "optional": on_demand,
    }
    tree["sw.js"] = source.replace(marker, f"const BUILD = {json.dumps(build)};").encode()
