"""Lessons: one folder is one page. Reading lesson.md, strictly, with file and line in errors."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from builder.base.errors import ContentError
from builder.pages.names import Let, Names

FOLDER = re.compile(r"(?P<number>\d\d)-(?P<slug>[a-z]+(-[a-z]+)*)")
FENCE = "+++"
IN_LANGUAGE = re.compile(r"([^.]+)\.([a-z]{2})\.([^.]+)")  # lesson.de.md
ENGLISH = "en"  # the language of what has no other
WORDS_A_MINUTE = 180  # silent reading of expository text with figures and formulas between
# Minutes that it takes to do one of each; an estimate for a reader to whom all of it is new.
DOING = {"cells": 1.0, "exercises": 6.0, "predictions": 0.75, "blanks": 0.65, "figures": 1.7}

PAGE_META = {"title": str, "question": str}
LESSON_META = {**PAGE_META, "short": str, "tag": str, "goals": list}
# icon: an SVG path in a square of 40 units, for the figure at a glance
# offered: the slug of the lesson that offers this page until it has been seen or declined
OPTIONAL = {"icon": str, "goals": list, "offered": str}


NEEDS = ("recogniser", "python")  # what loads before all else where a page needs it, in order


class Cell(NamedTuple):
    """A cell's code, and the line of the text above it, from 0."""

    code: str
    line: int


@dataclass
class Section:
    """A part of a page below a heading of the second level, and what there is to do in it."""

    anchor: str
    title: str
    exercises: list[str] = field(default_factory=list)
    blanks: list[str] = field(default_factory=list)


@dataclass
class Page:
    """A folder with a text that becomes a page at SLUG/."""

    folder: Path
    slug: str
    meta: dict[str, Any]
    text: str
    first_line: int  # line of lesson.md on which `text` begins, counted from 1
    html: str = ""
    reminder: str = ""  # HTML above the text: the way back, what has come back for review
    offers: str = ""  # HTML below the goals: what helps with the lesson
    words: int = 0
    sections: list[Section] = field(default_factory=list)  # in the order of the text
    notebook: str = ""  # the address of its notebook below the site's root, if it has one
    contents: str = ""  # HTML of the list of its sections
    desk: str = ""  # HTML of what goes with all its cells
    cells: dict[str, Cell] = field(default_factory=dict)  # in the order of the text
    uses: set[str] = field(default_factory=set)  # names of the figures that the text shows
    summaries: dict[str, str] = field(default_factory=dict)  # of its figures, by name
    live: dict[str, str] = field(default_factory=dict)  # what comes alive on it: selector -> module
    directives: list[tuple[int, str]] = field(default_factory=list)  # line, name
    links: list[tuple[int, str]] = field(default_factory=list)  # line, address below the root
    sees: list[tuple[str, str]] = field(default_factory=list)  # file and line of a mistake, address
    bold: list[tuple[int, str]] = field(default_factory=list)  # line, words
    needs: set[str] = field(default_factory=set)  # which of NEEDS what is on it needs
    has_quiz: bool = False
    styles: list[str] = field(default_factory=list)  # those of figures, below the static folder
    exercises: list[str] = field(default_factory=list)
    predictions: list[str] = field(default_factory=list)
    blanks: list[str] = field(default_factory=list)
    tasks: list[str] = field(default_factory=list)  # of the project, PART/TASK; a quiz's round
    names: Names | None = None  # with what each {let} so far has computed
    lets: list[Let] = field(default_factory=list)
    recaps: list[str] = field(default_factory=list)  # what the reader's own words are kept under
    answers: dict[str, list[tuple[str, bool]]] = field(default_factory=dict)  # of predictions
    # What a translation must have, too, each with its line: in this order, or anywhere.
    outline: list[tuple[int, str]] = field(default_factory=list)
    inline: list[tuple[int, str]] = field(default_factory=list)
    language: str = ENGLISH
    # What Python says on it, in English and in its language, by who says it (languages.said).
    says: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    # What this is a translation of, and the same page in other languages.
    original: Page | None = field(default=None, compare=False, repr=False)
    versions: list[Page] = field(default_factory=list, compare=False, repr=False)

    file_name: ClassVar[str] = "page.md"

    @property
    def questions(self) -> list[str]:
        """The names of the questions that the quiz asks about it."""
        return sorted(path.stem for path in self.folder.glob("questions/*.py"))

    @property
    def source(self) -> Path:
        """The Markdown file."""
        return self.folder / in_language(self.file_name, self.language)

    @property
    def address(self) -> str:
        """Its address below the site's root."""
        return f"{self.above}{self.slug}/"

    @property
    def above(self) -> str:
        """Where the pages in its language are: "" for English, else "de/"."""
        return "" if self.language == ENGLISH else f"{self.language}/"

    @property
    def root(self) -> str:
        """The way from this page back to the site's root, relative."""
        return "../" * self.address.count("/") or "./"

    @property
    def first(self) -> str:
        """What it needs before all else, in the order of NEEDS and with spaces between."""
        return " ".join(name for name in NEEDS if name in self.needs)

    @property
    def minutes(self) -> int:
        """How long its text takes to read."""
        return max(1, round(self.words / WORDS_A_MINUTE))

    @property
    def minutes_to_do(self) -> int:
        """How long it takes to do what can be done in it, in steps of 5 minutes."""
        counts = {
            "cells": len(self.cells),
            "exercises": len(self.exercises),
            "predictions": len(self.predictions),
            "blanks": len(self.blanks),
            "figures": len(self.uses - {*self.exercises}),
        }
        return 5 * round(sum(DOING[kind] * count for kind, count in counts.items()) / 5)

    def add(self, kind: str, name: str) -> None:
        """Note something to do, in the section where it stands."""
        for holder in (self, *self.sections[-1:]):
            getattr(holder, kind).append(name)

    def placed(self, found: Iterable[tuple[int, str]]) -> list[tuple[str, str]]:
        """Return what was found on lines of `text` as (file and line, what)."""
        return [(f"{self.source}:{line + self.first_line}", what) for line, what in found]

    def error(self, line: int | None, message: str) -> ContentError:
        """Return the error that names this lesson's file and a line of `text`, from 0."""
        return ContentError(self.source, None if line is None else line + self.first_line, message)


@dataclass
class Lesson(Page):
    """A page that has its place in the order of the module."""

    number: int = 0
    places_goals: bool = False  # the text says where its goals stand; else they come first
    file_name: ClassVar[str] = "lesson.md"

    @property
    def address(self) -> str:
        """Its address below the site's root: "" for the first lesson, else "slug/"."""
        return self.above if self.number == 1 else super().address


def in_language(name: str, language: str) -> str:
    """Return a file's name in a language: lesson.de.md."""
    stem, dot, ending = name.rpartition(".")
    return name if language == ENGLISH else f"{stem}.{language}{dot}{ending}"


def of_language(name: str) -> tuple[str, str]:
    """Return a file's name without its language, and that: "" where it has none in its name."""
    found = IN_LANGUAGE.fullmatch(name)
    return (f"{found[1]}.{found[3]}", found[2]) if found else (name, "")


def addresses(pages: Iterable[Page]) -> dict[str, str]:
    """Return each page's slug with its address below the site's root."""
    return {page.slug: page.address for page in pages}


def load_pages(folder: Path) -> list[Page]:
    """Read the pages that are no lessons, each a folder SLUG with page.md in it."""
    pages = []
    for path in sorted(folder.iterdir()):
        meta, text, first_line = split_front_matter(path / Page.file_name, PAGE_META)
        pages.append(Page(path, path.name, meta, text, first_line))
    return pages


def load_lessons(folder: Path) -> list[Lesson]:
    """Read all lesson folders below `folder`, in their order.

    Raises:
        ContentError: a folder's name, front matter or order is not as it must be.

    """
    lessons = [load_lesson(path) for path in sorted(folder.iterdir()) if path.is_dir()]
    for place, lesson in enumerate(lessons, start=1):
        if lesson.number != place:
            raise ContentError(
                lesson.folder, None, f"this is lesson {lesson.number}, but {place} comes next"
            )
    return lessons


def load_lesson(folder: Path) -> Lesson:
    """Read one lesson folder: NN-slug with lesson.md in it."""
    name = FOLDER.fullmatch(folder.name)
    if not name:
        raise ContentError(folder, None, "a lesson's folder is named NN-slug, like 03-activations")
    meta, text, first_line = split_front_matter(folder / Lesson.file_name, LESSON_META)
    return Lesson(folder, name["slug"], meta, text, first_line, number=int(name["number"]))


def split_front_matter(
    source: Path, required: Mapping[str, type]
) -> tuple[dict[str, Any], str, int]:
    """Return the TOML between two +++ lines, the text after it, and the text's first line."""
    if not source.exists():
        raise ContentError(source, None, "this file is missing")
    try:
        lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    except UnicodeDecodeError as error:
        line = source.read_bytes()[: error.start].count(b"\n") + 1
        raise ContentError(source, line, "the file is not UTF-8; save it as UTF-8") from None
    if not lines or lines[0].strip() != FENCE:
        raise ContentError(source, 1, f"the file begins with {FENCE} and TOML front matter")
    try:
        end = next(i for i, line in enumerate(lines[1:], 1) if line.strip() == FENCE)
    except StopIteration:
        raise ContentError(source, 1, f"the front matter has no closing {FENCE}") from None
    try:
        meta = tomllib.loads("".join(lines[1:end]))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(source, None, f"in the front matter: {error}") from None
    _check_meta(source, meta, required)
    return meta, "".join(lines[end + 1 :]), end + 2


def _check_meta(source: Path, meta: dict[str, Any], required: Mapping[str, type]) -> None:
    known = {**required, **OPTIONAL}
    for key, value in meta.items():
        if key not in known:
            raise ContentError(source, None, f"unknown front matter: {key}")
        if not isinstance(value, known[key]):
            raise ContentError(source, None, f"{key} is not a {known[key].__name__}")
    for key in required.keys() - meta.keys():
        raise ContentError(source, None, f"the front matter has no {key}")
