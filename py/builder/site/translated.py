"""Texts of the interface in other languages.

A language is there as soon as site/strings.LANGUAGE.toml is. Pages in it load their texts, which an
import map puts in place of the English ones, and everything else as English pages do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from builder.base.errors import ContentError
from builder.base.places import SITE
from builder.base.toml import line_of, read_toml
from builder.base.tree import Tree, digest
from builder.pages.content import ENGLISH, Page, in_language, of_language
from builder.pages.languages import said
from builder.site import assets
from builder.site.scripts import Scripts, csp_hash

NEEDED = ("site", "words", "formula")  # sections that every page shows
INTENT = re.compile(r'(?<=intent=")[^"]+')  # of a formula's part
WORD = re.compile(r"_([a-z]+)(?=:)")  # which is said as it's written


def languages() -> list[str]:
    """Return the languages beside English."""
    return sorted(of_language(path.name)[1] for path in SITE.glob("strings.??.toml"))


def file(language: str) -> Path:
    """Return where the texts in a language are."""
    return SITE / in_language("strings.toml", language)


@cache
def names() -> dict[str, str]:
    """Return what each language calls itself."""
    own = {language: strings(language) for language in languages()}
    return {
        name: one["site"]["own_name"] for name, one in {ENGLISH: assets.strings(), **own}.items()
    }


def strings(language: str) -> dict[str, Any]:
    """Read the interface's texts in a language: its sections, and in English what they lack.

    Raises ContentError, with the line, for a text that doesn't fit the English one.
    """
    path, english = file(language), assets.strings()
    texts = read_toml(path)
    for section, told in texts.items():
        if section not in english:
            raise ContentError(
                path, line_of(path, f"[{section}]"), f"no section is called {section}"
            )
        for name, text in told.items():
            if name not in english[section]:
                where = line_of(path, f"{name} =", section)
                raise ContentError(path, where, f"[{section}] has no text {name}")
            said.refuse_fields(path, f"{name} =", english[section][name], text, section)
    for section in NEEDED:
        if section not in texts:
            raise ContentError(path, None, f"every page shows texts of [{section}]")
    return {section: {**english[section], **told} for section, told in texts.items()}


def formulas(source: str, texts: Mapping[str, Any]) -> str:
    """Return a page's HTML with the words that formulas are read with (builder.pages.formulas)."""

    def spoken(intent: re.Match[str]) -> str:
        return WORD.sub(lambda word: f"_{texts['formula'][word[1]]}", intent[0])

    return INTENT.sub(spoken, source)


def refuse_missing(page: Page, texts: Mapping[str, Any]) -> None:
    """Refuse a page with parts of a room whose texts aren't there in the page's language."""
    for room in {path.split("/")[0] for path in page.live.values()} & assets.OWN_TEXTS.keys():
        for section in assets.OWN_TEXTS[room]:
            if section not in texts:
                told = f"{file(page.language).name} lacks [{section}], which this page shows"
                raise page.error(None, told)


# ---- What pages in a language load


@dataclass(frozen=True)
class Made:
    """What the pages in a language share."""

    language: str
    files: Tree
    scripts: Scripts
    tables: Mapping[str, str]  # page's slug -> the file with what Python says on it

    def context(self, page: Page) -> dict[str, str]:
        """Return what a page's template has to know."""
        instead = {page.root + old: page.root + new for old, new in self.scripts.instead.items()}
        import_map = json.dumps({"imports": instead}, separators=(",", ":"))
        found = {"import_map": import_map, "import_map_hash": csp_hash(import_map)}
        return {**found, **({"said": self.tables[page.slug]} if page.slug in self.tables else {})}


def table(page: Page) -> bytes:
    """Return what Python says on a page as JSON."""
    return json.dumps(page.says, ensure_ascii=False, separators=(",", ":")).encode()


def made(language: str, texts: Mapping[str, Any], pages: Sequence[Page], loads: Scripts) -> Made:
    """Return what pages in a language load in place of the English texts; all below LANGUAGE/."""
    english = assets.strings()
    modules = {
        room: assets.module(strings={one: texts.get(one, english[one]) for one in sections})
        for room, sections in assets.spoken(english).items()
        if any(one in texts for one in sections)
    }
    own = [page for page in pages if page.language == language]
    tables = {page.slug: table(page) for page in own}
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
