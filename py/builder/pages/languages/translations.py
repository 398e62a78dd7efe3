"""Pages in other languages: files with the same names plus the language, lesson.de.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import zip_longest
from typing import TypeVar

from builder.base.errors import ContentError
from builder.pages.content import Lesson, Page, in_language, of_language, split_front_matter
from builder.pages.languages import said

KEPT = ("icon", "offered")  # front matter that has no words
NOTHING = (None, "nothing")

Some = TypeVar("Some", bound=Page)


def load(pages: Iterable[Page], languages: Collection[str]) -> list[Page]:
    """Read the translations that lie beside pages; each page learns of its own.

    Raises ContentError for a language that the interface doesn't have, and for front matter that
    doesn't fit.
    """
    found = []
    for page in pages:
        for path in sorted(page.folder.glob("*.md")):
            name, language = of_language(path.name)
            if name == page.file_name and language:
                if language not in languages:
                    raise ContentError(path, None, f"there is no site/strings.{language}.toml")
                found.append(read(page, language))
    return found


def read(page: Page, language: str) -> Page:
    """Read a page's translation."""
    path = page.folder / in_language(page.file_name, language)
    words = {key: type(value) for key, value in page.meta.items() if key not in KEPT}
    meta, text, first_line = split_front_matter(path, words)
    for key in set(KEPT) & meta.keys():
        raise ContentError(path, None, f"{key} is the original's: leave it out")
    if len(meta.get("goals", ())) != len(page.meta.get("goals", ())):
        raise ContentError(path, None, "the original has another number of goals")
    translation = type(page)(page.folder, page.slug, {**page.meta, **meta}, text, first_line)
    translation.language, translation.original = language, page
    translation.says = said.tables(translation)
    if isinstance(translation, Lesson) and isinstance(page, Lesson):
        translation.number = page.number
    versions = [page, *page.versions]
    for version in versions:
        version.versions.append(translation)
    translation.versions = versions
    return translation


def in_their_language(pages: Sequence[Some], language: str) -> list[Some]:
    """Return pages, each in this language if it's there, else as it is."""

    def own(page: Some) -> Some:
        found = (one for one in page.versions if one.language == language)
        return next((one for one in found if isinstance(one, type(page))), page)

    return [own(page) for page in pages]


def refuse_misfit(page: Page) -> None:
    """Refuse a rendered translation that hasn't all that its original has, and nothing else.

    Raises ContentError, with the line of the first difference.
    """
    original = page.original
    assert original is not None
    pairs = zip_longest(page.outline, original.outline, fillvalue=NOTHING)
    for (line, mine), (there, theirs) in pairs:
        if mine != theirs:
            raise page.error(line, f"{told(original, there, theirs)} is here, not {mine}")
    own, others = (Counter(what for _, what in one.inline) for one in (page, original))
    for there, what in original.inline:
        if own[what] < others[what]:
            raise page.error(None, f"{told(original, there, what)} is missing")
    for line, what in reversed(page.inline):
        if own[what] > others[what]:
            raise page.error(line, f"the original has no {what}")


def told(original: Page, line: int | None, what: str) -> str:
    """Say what the original has, and where."""
    place = "" if line is None else f":{line + original.first_line}"
    return f"in the original ({original.source.name}{place}), {what}"
