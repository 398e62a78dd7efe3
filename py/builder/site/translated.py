"""Texts in other languages: those of the interface, and what Python says.

A language is there as soon as site/strings.LANGUAGE.toml is. Pages in it load their texts, which an
import map puts in place of the English ones, and everything else as English pages do.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError, ContentError
from builder.base.places import SITE
from builder.base.tree import Tree, digest
from builder.pages.content import ENGLISH, Page, in_language, of_language
from builder.site import assets
from builder.site.scripts import Scripts, csp_hash
from course.exercises.mistakes import read_mistakes

FIELD = re.compile(r"\{([^{}|]+)(?:\|[^{}]*)?\}")  # of a text, with its name

Pairs = list[tuple[str, str]]  # what Python says, and its translation


def languages() -> list[str]:
    """Return the languages beside English."""
    return sorted(of_language(path.name)[1] for path in SITE.glob("strings.??.toml"))


def file(language: str, name: str = "strings.toml") -> Path:
    """Return where texts in a language are."""
    return SITE / in_language(name, language)


@cache
def names() -> dict[str, str]:
    """Return what each language calls itself."""
    own = {language: strings(language) for language in languages()}
    return {name: one["site"]["own_name"] for name, one in {ENGLISH: assets.strings(), **own}.items()}


def strings(language: str) -> dict[str, Any]:
    """Read the interface's texts in a language; each section of it is whole or isn't there.

    Raises ContentError, with the line, for a text that doesn't fit the English one.
    """
    path, english = file(language), assets.strings()
    texts = assets.read_toml(path)
    for section, told in texts.items():
        if section not in english:
            raise ContentError(path, line_of(path, f"[{section}]"), f"no section is called {section}")
        for name, text in told.items():
            if name not in english[section]:
                where = line_of(path, f"{name} =", section)
                raise ContentError(path, where, f"[{section}] has no text {name}")
            refuse_fields(path, f"{name} =", english[section][name], text, section)
        for name in english[section]:
            if name not in told:
                where = line_of(path, f"[{section}]")
                raise ContentError(path, where, f"[{section}] lacks {name}")
    rooms = assets.spoken(english)
    lacking = [name for name in (*rooms["kit"], "site") if name not in texts]
    if lacking:
        raise ContentError(path, None, f"every page shows texts of [{lacking[0]}]")
    return texts


def refuse_fields(path: Path, key: str, english: str, text: str, section: str = "") -> None:
    """Refuse a text whose {placeholders} aren't those of the English one."""
    mine, theirs = (set(FIELD.findall(one)) for one in (text, english))
    for name in sorted(theirs ^ mine):
        said = f"lacks {{{name}}}" if name in theirs else f"has {{{name}}}, which nobody fills in"
        raise ContentError(path, line_of(path, key, section), f"{key.removesuffix(' =')} {said}")


def line_of(path: Path, start: str, section: str = "") -> int | None:
    """Return the line of a TOML file that begins so, in a section if one is named."""
    within = not section
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("["):
            within = within or line.strip() == f"[{section}]"
        if within and line.startswith(start):
            return number
    return None


def refuse_missing(page: Page, texts: Mapping[str, Any]) -> None:
    """Refuse a page with parts of a room whose texts aren't there in the page's language."""
    for room in {path.split("/")[0] for path in page.live.values()} & assets.OWN_TEXTS.keys():
        for section in assets.OWN_TEXTS[room]:
            if section not in texts:
                told = f"{file(page.language).name} lacks [{section}], which this page shows"
                raise page.error(None, told)


# ---- What Python says


def said(page: Page) -> Pairs:
    """Return what Python says on a page, in English, and in the page's language."""
    pairs = messages(page.language)
    for name in page.exercises:
        pairs += mistakes(page.folder / "exercises" / name, page.language)
    return sorted(pairs, key=lambda pair: (-len(pair[0]), pair))  # the longest that fits


def messages(language: str) -> Pairs:
    """Read messages.LANGUAGE.toml: templates in py/course, and what they are in a language."""
    path = file(language, "messages.toml")
    pairs = []
    for section in assets.read_toml(path).values() if path.exists() else ():
        for english, text in section.items():
            key = json.dumps(english, ensure_ascii=False)
            if english not in templates():
                told = f"py/course says nowhere {english[:50]!r}"
                raise ContentError(path, line_of(path, key), told)
            refuse_fields(path, key, english, text)
            pairs.append((english, text))
    return pairs


def mistakes(folder: Path, language: str) -> Pairs:
    """Read an exercise's mistakes.LANGUAGE.toml: what's told of each mistake, by its slug."""
    path = folder / in_language("mistakes.toml", language)
    english = {mistake.slug: mistake.reason for mistake in read_mistakes(folder)}
    told = assets.read_toml(path) if path.exists() else {}
    for slug in told:
        if slug not in english:
            raise ContentError(path, line_of(path, f"{slug} ="), f"no mistake is called {slug}")
    return [(english[slug], " ".join(text.split())) for slug, text in told.items()]


@cache
def templates() -> frozenset[str]:
    """Return every string in py/course; what an f-string fills in is in braces."""
    paths = (ROOT / "py" / "course").rglob("*.py")
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in paths)
    return frozenset(text for tree in trees for text in texts_in(tree))


def texts_in(tree: ast.AST) -> Iterator[str]:
    """Yield the strings of a program as templates."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(
                f"{{{ast.unparse(part.value)}}}"
                if isinstance(part, ast.FormattedValue)
                else str(getattr(part, "value", ""))
                for part in node.values
            )


# ---- What pages in a language load


@dataclass(frozen=True)
class Made:
    """What the pages in a language share."""

    language: str
    files: Tree
    scripts: Scripts
    said: Mapping[str, str]  # page's slug -> the file with what Python says on it

    def context(self, page: Page) -> dict[str, str]:
        """Return what a page's template has to know."""
        instead = {page.root + old: page.root + new for old, new in self.scripts.instead.items()}
        import_map = json.dumps({"imports": instead}, separators=(",", ":"))
        found = {"import_map": import_map, "import_map_hash": csp_hash(import_map)}
        return {**found, **({"said": self.said[page.slug]} if page.slug in self.said else {})}


def made(language: str, texts: Mapping[str, Any], pages: Sequence[Page], loads: Scripts) -> Made:
    """Return what pages in a language load in place of the English texts; all below LANGUAGE/."""
    rooms = assets.spoken(texts)
    modules = {
        room: assets.module(strings={section: texts[section] for section in sections})
        for room, sections in rooms.items()
        if all(section in texts for section in sections)
    }
    own = [page for page in pages if page.language == language and page.exercises]
    tables = {page.slug: json.dumps(said(page), ensure_ascii=False).encode() for page in own}
    files: Tree = {f"{room}.js": module for room, module in modules.items()}
    files |= {f"said/{slug}.json": table for slug, table in tables.items()}
    folder = f"{language}/{digest(files)}"
    instead = {
        f"{loads.static}/{assets.STRINGS.format(room)}": f"{folder}/{room}.js" for room in modules
    }
    return Made(
        language,
        {f"{folder}/{name}": content for name, content in files.items()},
        loads.instead_of(instead),
        {slug: f"{folder}/said/{slug}.json" for slug in tables},
    )
