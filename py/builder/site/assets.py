"""What pages load: the static files, the parts under hashed paths, the service worker."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from builder.base import esbuild
from builder.base.bootstrap import ROOT
from builder.base.kept import kept
from builder.base.places import MODELS, ROOMS, SITE
from builder.base.toml import read_toml
from builder.base.tree import Content, Tree, digest, digest_of, read, sha256
from builder.pages.content import Page
from builder.parts import mnist, packages, pinned, python_packs, recogniser, squeeze
from builder.site import installable, scripts
from course.figures.svg import ELEMENTS
from course.project.curves import COLORS

PLACEHOLDER = re.compile(r"\{(\w+)(?:\|(.*?)\|(.*?))?\}")
# Modules that each take a library from npm and are bundled with it, to be loaded when needed.
BUNDLED = ("cells/codemirror.js", "home/fflate.js", "home/indexeddb.js", "offline/zstd.js")
# Files of the rooms that no page loads with the others.
ALONE = (
    "sw.js",
    "404.js",
    "404.css",
    "quiz-sheet.css",
    "scorm.js",
    "suspended.js",
    "scorm.css",
    "class-sheet.css",
    *(Path(name).name for name in BUNDLED),
)
# Sections of the texts that only one room's JavaScript shows: the other pages don't load them.
OWN_TEXTS = {
    "pad": ("pad",),
    "figures": ("figure",),
    "project": ("project", "train", "evaluate", "break", "draw", "hand"),
    "progress": ("progress",),
    "quiz": ("quiz",),
    "reading": ("predict", "blank", "recap"),
    "home": ("home", "app"),
}
STRINGS = "{}/generated/strings.js"  # a room's module of them
PYSCRIPT = "core.js"  # what starts PyScript
# Sections that templates alone show.
UNSPOKEN = (
    *("site", "formula", "offer", "parts", "scorm", "theme", "missing", "source", "listing"),
    *("about", "credits", "collect"),
)
FIGURES_STYLE = "figures.css"  # in a page's folder
WORKSHOP_STYLE = "workshop.css"  # of the rooms whose parts only few pages have
FIRST_STYLES = ("frame/tokens.css", "frame/base.css")  # the others only use what these define

Parts = dict[str, dict[str, Content]]


def strings() -> dict[str, Any]:
    """Read every text that templates and JavaScript show."""
    return read_toml(SITE / "strings.toml")


def fill(text: str, **values: object) -> str:
    """Put values into a text's {placeholders}, as the page's `fill` does (site/kit/text.js)."""

    def filled(found: re.Match[str]) -> str:
        name, one, many = found.groups()
        value = str(values[name])
        return value if one is None else f"{value} {one if value == '1' else many}"

    return PLACEHOLDER.sub(filled, text)


def words(texts: Mapping[str, Any]) -> set[str]:
    """Return every text of the interface."""
    return {text for section in texts.values() for text in section.values()}


def course_names() -> dict[str, Any]:
    """Read what the engine has to know of the course."""
    return read_toml(SITE / "course.toml")


def model_card() -> dict[str, Any]:
    """Return the recogniser's card."""
    return recogniser.card(MODELS)


def collect_parts() -> Parts:
    """Return all parts, {part: {file name: content}}."""
    recogniser.refuse_unfit(MODELS)
    graphs = [*sorted(MODELS.glob("*.onnx")), MODELS / "digits.json"]
    return {
        "pyodide": {
            name: content
            for name, content in as_js(pinned.npm_files("pyodide")).items()
            if name != "python_stdlib.zip"
        },
        **python_packs.packs(),
        "ort": as_js(pinned.npm_files("onnxruntime-web")),
        "pyscript": dict(pinned.npm_files("pyscript")),
        "models": {path.name: path for path in graphs},
        "packages": dict(packages.packs()),
        "mnist": dict(mnist.packs()),
        **{Path(name).stem: {Path(name).name: bundled(SITE / name)} for name in BUNDLED},
    }


def as_js(files: Mapping[str, Path]) -> dict[str, Content]:
    """Name modules .js, in each other too: some hosts serve .mjs as text, which no browser runs."""
    names = {name: f"{name.removesuffix('.mjs')}.js" for name in files if name.endswith(".mjs")}

    def renamed(path: Path) -> bytes:
        content = path.read_bytes()
        for name, other in names.items():
            content = content.replace(name.encode(), other.encode())
        return content

    return {
        names.get(name, name): renamed(path) if name in names else path
        for name, path in files.items()
    }


def bundled(entry: Path) -> bytes:
    """Return a vendor module bundled by esbuild, anew only when it or npm's lock changed."""
    lock = ROOT / "package-lock.json"
    name = f"bundled/{entry.stem}-{digest({'entry': entry, 'lock': lock})}.js"
    return kept(name, lambda: esbuild.bundled(entry))


def add_parts(tree: Tree, collected: Parts) -> dict[str, dict[str, dict[str, Any]]]:
    """Put the parts under parts/<hash>/ and return where each file is, its size and hash.

    What is sent compressed lies under `path` and squeeze.END; its size and hash are `sent`.
    """
    index: dict[str, dict[str, dict[str, Any]]] = {}
    plain: Tree = {}
    for part, files in collected.items():
        known = {name: measured(content) for name, content in files.items()}
        folder = f"parts/{digest_of({name: one['sha256'] for name, one in known.items()})}"
        index[part] = {name: {"path": f"{folder}/{name}", **one} for name, one in known.items()}
        plain |= {f"{folder}/{name}": content for name, content in files.items()}
    entries = {one["path"]: one for files in index.values() for one in files.values()}
    small = squeeze.squeezed(plain, {path: one["sha256"] for path, one in entries.items()})
    for path, sent in small.items():
        tree[path + squeeze.END] = sent
        entries[path]["sent"] = measured(sent)
    for path, content in plain.items():
        if path not in small or path.endswith(squeeze.BESIDE):
            tree[path] = content
    return index


def measured(content: Content) -> dict[str, Any]:
    """Return what a file's copy is checked by."""
    return {"bytes": len(read(content)), "sha256": sha256(content)}


def stylesheet() -> bytes:
    """Join the style files of all pages into one: tokens first, then base, then the rooms."""
    return joined(FIRST_STYLES, [room for room in ROOMS if room not in scripts.SHARING])


def joined(first: Sequence[str], rooms: Sequence[str]) -> bytes:
    """Join style files: the first ones, then all others of these rooms."""
    leading = [SITE / name for name in first]
    found = [path for room in rooms for path in sorted((SITE / room).rglob("*.css"))]
    others = [path for path in found if path not in leading and path.name not in ALONE]
    return "\n".join(path.read_text(encoding="utf-8") for path in (*leading, *others)).encode()


def styles_of(page: Page, shown: Sequence[Page]) -> list[str]:
    """Return the styles that a page has beside those of all pages; it shows figures of `shown`."""
    workshop = [WORKSHOP_STYLE] if any(map(scripts.shares, page.live.values())) else []
    return workshop + [style for one in shown if (style := own_style(one))]


def own_style(page: Page) -> str | None:
    """Return where the style of a page's own figures is, if they have one."""
    return f"pages/{page.slug}.css" if (page.folder / FIGURES_STYLE).exists() else None


def own_styles(pages: Sequence[Page]) -> Tree:
    """Return the style files that belong to one page each."""
    places = {own_style(page): page.folder / FIGURES_STYLE for page in pages}
    return {name: path for name, path in places.items() if name}


def sources(
    index: dict[str, Any], texts: dict[str, Any], live: dict[str, str], pages: Sequence[Page]
) -> Tree:
    """Return our JavaScript and CSS as it is written, and the modules made by builds."""
    files: Tree = {
        path.relative_to(SITE).as_posix(): path
        for room in ROOMS
        for path in sorted((SITE / room).rglob("*.js"))
        if path.name not in ALONE
    }
    files["site.css"] = stylesheet()
    files[WORKSHOP_STYLE] = joined((), scripts.SHARING)
    files |= own_styles(pages)
    for room, sections in spoken(texts).items():
        told = {section: texts[section] for section in sections}
        files[STRINGS.format(room)] = module(strings=told)
    files["kit/generated/course.js"] = module(
        course=course_names(), runColors=COLORS, drawn=sorted(ELEMENTS)
    )
    files |= scripts.modules(live)
    version = digest({**files, "parts": json.dumps(index).encode()})
    sent = as_sent(index)
    files["kit/generated/parts.js"] = (
        module(staticVersion=version, parts=asked_for(sent), stored=stored(sent))
        + b'export const root = new URL("../../../../", import.meta.url).href;\n'
        + b'export const ours = new URL("../../", import.meta.url).href;\n'
    )
    files["home/generated/parts.js"] = module(parts=sent)
    files["python/generated/parts.js"] = module(packages=sent["packages"])
    return files


def spoken(texts: Mapping[str, Any]) -> dict[str, Sequence[str]]:
    """Return the sections of texts that each room's JavaScript shows; those of kit are for all."""
    own = [section for sections in OWN_TEXTS.values() for section in sections]
    return {"kit": [name for name in texts if name not in (*own, *UNSPOKEN)], **OWN_TEXTS}


def optional(index: Mapping[str, Mapping[str, Any]]) -> set[str]:
    """Return the names of the parts' files that are stored only for those who want them."""
    return packages.optional(SITE) | index["mnist"].keys()


def stored(sent: Mapping[str, Mapping[str, Any]]) -> int:
    """Return how many bytes of the parts come to whoever stores the course."""
    left_out = optional(sent)
    files = [one for part in sent.values() for one in part.items()]
    return sum(entry["bytes"] for name, entry in files if name not in left_out)


def as_sent(index: dict[str, Any]) -> dict[str, Any]:
    """Return where the parts are for who fetches them: the compressed ones, where there are."""

    def one(entry: dict[str, Any]) -> dict[str, Any]:
        sent = entry.get("sent")
        return {"path": entry["path"] + squeeze.END, **sent} if sent else entry

    return {part: {name: one(files[name]) for name in files} for part, files in index.items()}


def asked_for(index: dict[str, Any]) -> dict[str, Any]:
    """Return the parts that pages name: PyScript loads its own rest, cells load packages."""
    named = {part: files for part, files in index.items() if part not in ("credits", "packages")}
    return {**named, "pyscript": {PYSCRIPT: index["pyscript"][PYSCRIPT]}}


def add_static(tree: Tree, written: Tree) -> str:
    """Put our JavaScript, CSS, and icons under static/<hash>/ and return that folder's path."""
    files = {**written, **installable.files(strings())}
    static = f"static/{digest(files)}"
    tree.update({f"{static}/{name}": content for name, content in files.items()})
    return static


def module(**values: object) -> bytes:
    """Return a JavaScript module that exports these values."""
    lines = [
        f"export const {name} = {json.dumps(value, ensure_ascii=False, indent=1)};\n"
        for name, value in values.items()
    ]
    return (scripts.GENERATED + "".join(lines)).encode()
