"""The quiz at build time: its items made from a few seeds, rendered, as files for the browser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError, ContentError, authored
from builder.base.kept import kept
from builder.base.tree import Content, digest
from builder.pages import examined
from builder.pages.content import Page, addresses
from builder.pages.markdown import LessonMarkdown, highlighted, plain
from builder.pages.names import Names
from builder.pages.quiz_figures import check_state
from course.quiz import items
from course.quiz.fair import refuse_telling_lengths, refuse_twins
from course.quiz.items import Bug, Item, Numeric, Option, Order, Place, Several, Source

VERSIONS = 8  # how many seeds are made; a sitting takes one of them
ASKED = re.compile(r"^```\{quiz\}", re.MULTILINE)  # where a text asks the questions
Render = Callable[[str], str]


@dataclass(frozen=True)
class Quiz:
    """The quiz as the browser gets it: `versions` are its files, `links` what they lead to.

    links: (file name of the item, address below the site's root), to be checked.
    """

    versions: dict[str, bytes]
    links: list[tuple[str, str]]


def make(lessons: Sequence[Page], names: Names) -> Quiz:
    """Make every item from VERSIONS seeds. Without a quiz among the lessons there is none.

    Raises ContentError, naming file and seed, for an item that is unsound or asks about a goal
    or a figure that is not there, and BuildError for what no item examines.
    """
    home = home_of(lessons)
    if home is None:
        return Quiz({}, [])
    sources = load(lessons)
    examined.refuse(lessons, home, sources)
    made = remembered(lambda: rendered(home, sources, lessons, names))
    links = [
        (one["name"], f"{address_of(lessons, target)}")
        for version in made
        for one in version
        for target in (one["see"], one["figure"])
        if target
    ]
    named = Anchors(lessons, names)
    titles = {lesson.slug: lesson.meta["title"] for lesson in lessons}
    files = {}
    for seed, version in enumerate(made):
        for one in version:
            one["see"] = {"href": home.root + address_of(lessons, one["see"])} | {
                "text": named.text(one["see"])
            }
            one["figure"] = one["figure"] and home.root + address_of(lessons, one["figure"])
        text = json.dumps({"lessons": titles, "items": version}, ensure_ascii=False)
        files[f"{seed}.json"] = text.encode()
    return Quiz(files, sorted(set(links)))


def home_of(lessons: Sequence[Page]) -> Page | None:
    """Return the lesson that asks the questions, if one does."""
    return next((lesson for lesson in lessons if ASKED.search(lesson.text)), None)


def load(lessons: Sequence[Page]) -> list[Source]:
    """Return the items of all lessons, which ask about goals that their lessons have."""
    sources = []
    for lesson in lessons:
        with authored(lesson.folder.parents[1], partial(ContentError, lesson.folder, None)):
            sources += items.load_items(lesson.folder)
    goals = {lesson.slug: len(lesson.meta.get("goals", [])) for lesson in lessons}
    for source in sources:
        if source.goal >= goals[source.lesson]:
            about = f"{source.lesson} has no goal {source.goal}"
            raise ContentError(source.path, None, f"{about} (the first is 0)")
    return sources


def remembered(make_all: Callable[[], list[list[dict[str, Any]]]]) -> list[list[dict[str, Any]]]:
    """Return what make_all returns, from the cache while no file that it may read has changed."""
    paths = [*(ROOT / "py").rglob("*.py")]
    for folder in (ROOT / "site" / "lessons", ROOT / "site" / "pages"):
        paths += [*folder.rglob("*.py"), *folder.rglob("*.npz")]
    files: dict[str, Content] = {str(path.relative_to(ROOT)): path for path in sorted(paths)}
    made = kept(f"quiz/{digest(files)}-{VERSIONS}.json", lambda: json.dumps(make_all()).encode())
    return list(json.loads(made))


def rendered(
    home: Page, sources: Sequence[Source], lessons: Sequence[Page], names: Names
) -> list[list[dict[str, Any]]]:
    """Return every version of the quiz, item by item, as JSON can hold it."""
    block, inline = renderers(home, lessons, names)
    folders = {lesson.slug: lesson.folder for lesson in lessons}
    made = [versions_of(source, folders) for source in sources]
    try:
        refuse_telling_lengths(item for versions in made for item in versions)
    except ValueError as error:
        raise BuildError(f"the quiz: {error}") from error
    return [
        [
            described(source, versions[seed], block, inline)
            for source, versions in zip(sources, made, strict=True)
        ]
        for seed in range(VERSIONS)
    ]


def versions_of(source: Source, folders: Mapping[str, Path]) -> list[Item]:
    """Return the versions of an item. Raises ContentError unless they are sound and all differ."""
    with authored(source.path.parents[3], partial(ContentError, source.path, None)):
        if len(source.cases) > VERSIONS:
            raise ValueError(f"{len(source.cases)} cases, and only {VERSIONS} versions ship")
        versions = [source.item(seed) for seed in range(VERSIONS)]
        refuse_twins(versions)
        for item in versions:
            check_state(item.figure, folders, item.stem)
    return versions


def renderers(home: Page, lessons: Sequence[Page], names: Names) -> tuple[Render, Render]:
    """Return what turns Markdown into HTML: paragraphs, and text within a line."""
    markdown = LessonMarkdown({}, addresses(lessons), names)

    @cache
    def block(text: str) -> str:
        return markdown.render(home, text).strip()

    @cache
    def inline(text: str) -> str:
        return markdown.inline(home, text).strip()

    return block, inline


def described(source: Source, item: Item, block: Render, inline: Render) -> dict[str, Any]:
    """Return an item as the page reads it; `ask` is how it is answered."""
    return {
        "name": source.name,
        "lesson": source.lesson,
        "goal": source.goal,
        "level": source.level,
        "kind": type(item).__name__.lower(),
        "stem": block(item.stem),
        "see": item.see,
        "figure": item.figure,
        **_answers(item, block, inline),
    }


def _answers(item: Item, block: Render, inline: Render) -> dict[str, Any]:
    if isinstance(item, Numeric):
        return _number(item, block)
    if isinstance(item, Order):
        places = list(range(len(item.lines)))
        return {
            "ask": "order",
            "lines": [inline(line) for line in item.lines],
            "orders": [places, *(list(order) for order in item.alternatives)],
            "reason": block(item.reason),
        }
    if isinstance(item, Bug):
        return {"ask": "one", "fixed": True, "code": True, "options": _lines(item, block)}

    def option(one: Option, right: bool) -> dict[str, Any]:
        return {"text": inline(one.text), "reason": block(one.reason), "right": right}

    if isinstance(item, Several):
        rights = [option(one, True) for one in item.right]
        wrongs = [option(one, False) for one in item.wrong]
        return {"ask": "several", "options": [*rights, *wrongs]}
    if isinstance(item, Place):
        return {
            "ask": "one",
            "fixed": True,
            "drawing": item.drawing.markup(),
            "options": [
                {"place": name, **option(one, name == item.right)}
                for name, one in sorted(item.places.items())
            ],
        }
    first = option(item.right, True)
    return {"ask": "one", "options": [first, *(option(one, False) for one in item.wrong)]}


def _number(item: Numeric, block: Render) -> dict[str, Any]:
    return {
        "ask": "number",
        "answer": float(item.answer),
        "shown": items.shown(item.answer, item.digits),
        "unit": item.unit,
        "reason": block(item.reason),
        "slips": [
            {"shown": items.shown(slip.value, item.digits), "reason": block(slip.reason)}
            for slip in item.slips
        ],
    }


def _lines(item: Bug, block: Render) -> list[dict[str, Any]]:
    """Return the lines of code to choose from, coloured as one program."""
    colours = highlighted(item.code, "python").splitlines()
    # The highlighter leaves out empty lines at the beginning.
    start = items.code_lines(item)[0] - 1
    return [
        {
            "line": line,
            "text": colours[line - 1 - start],
            "reason": block(item.reason if line == item.line else item.others[line]),
            "right": line == item.line,
        }
        for line in items.code_lines(item)
    ]


# ---- Where items lead


def address_of(lessons: Sequence[Page], target: str) -> str:
    """Return the address below the site's root of "SLUG#anchor"."""
    slug, _, anchor = target.partition("#")
    for lesson in lessons:
        if lesson.slug == slug:
            return f"{lesson.address or './'}#{anchor}"
    raise BuildError(f"the quiz leads to {target}: there is no lesson {slug!r}")


class Anchors:
    """What the places of the lessons are called: by their headings."""

    def __init__(self, lessons: Sequence[Page], names: Names) -> None:
        self.lessons = {lesson.slug: lesson for lesson in lessons}
        self.parser = LessonMarkdown({}, {}, names).parser
        self.headings = cache(lambda slug: dict(self._headings(self.lessons[slug])))

    def _headings(self, lesson: Page) -> Iterator[tuple[str, str]]:
        tokens = self.parser.parse(lesson.text, {"lesson": lesson, "line": 0})
        for place, token in enumerate(tokens):
            if token.type == "heading_open" and "id" in token.attrs:
                yield str(token.attrs["id"]), plain(tokens[place + 1])

    def text(self, target: str) -> str:
        """Return how "SLUG#anchor" is called: the lesson's title, and the heading if it is one."""
        slug, _, anchor = target.partition("#")
        heading = self.headings(slug).get(anchor)
        title = str(self.lessons[slug].meta["title"])
        return f"{title}: {heading}" if heading else title
