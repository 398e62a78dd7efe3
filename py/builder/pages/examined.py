"""What the quiz examines: every goal, and every question of "In your own words"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from builder.base.errors import BuildError, ContentError
from builder.pages.content import Page
from course.quiz.items import Source

SECTION = re.compile(
    r"^## In your own words\n(.*?)(?=^:::(?!\{recap\})|^---$|^#|\Z)", re.MULTILINE | re.DOTALL
)
QUESTION = re.compile(r"^\d+\. (.+(?:\n +\S.*)*)", re.MULTILINE)
# The goals of these pages are reached by what the reader does there.
DONE_THERE = re.compile(r"^```\{(?:quiz|project)\}", re.MULTILINE)
FEW_WORDS = 8


def recap(page: Page) -> list[tuple[int, str]]:
    """Return the questions of "In your own words", each with the line of the text, from 0."""
    section = SECTION.search(page.text)
    if section is None:
        return []
    return [
        (page.text.count("\n", 0, section.start(1) + one.start()), " ".join(one[1].split()))
        for one in QUESTION.finditer(section[1])
    ]


def refuse(pages: Sequence[Page], home: Page, sources: Sequence[Source]) -> None:
    """Refuse a goal or a recap question without an item, and an item that names none of them.

    home: the lesson that asks the quiz, whose own recap is about all lessons.

    Raises:
        BuildError: a line for each of them, with its file, and what to add.

    """
    asked = {page.slug: recap(page) for page in pages}
    wrong: list[str] = []
    for page in pages:
        own = [source for source in sources if source.lesson == page.slug]
        wrong += map(str, missing_goals(page, own))
        wrong += map(str, missing_recap(page, asked[page.slug], sources if page is home else own))
    for source in sources:
        texts = {text for slug in (source.lesson, home.slug) for _, text in asked[slug]}
        for start in source.recap:
            if sum(text.startswith(start) for text in texts) != 1:
                told = "RECAP must be the beginning of one question of In your own words, not"
                wrong.append(str(ContentError(source.path, None, f"{told} {start!r}")))
    if wrong:
        raise BuildError("\n".join(wrong))


def missing_goals(page: Page, sources: Sequence[Source]) -> Iterator[ContentError]:
    """Yield an error for each goal of a page that none of its items examines."""
    goals = [] if DONE_THERE.search(page.text) else page.meta.get("goals", [])
    for place, goal in enumerate(goals):
        if place not in {source.goal for source in sources}:
            told = f"no quiz item examines the goal {goal!r}: write one with GOAL = {place}"
            yield page.error(None, f"{told} in {page.folder.name}/questions")


def missing_recap(
    page: Page, asked: Sequence[tuple[int, str]], sources: Sequence[Source]
) -> Iterator[ContentError]:
    """Yield an error for each recap question that none of these items examines."""
    starts = {start for source in sources for start in source.recap}
    for line, text in asked:
        if not any(text.startswith(start) for start in starts):
            start = " ".join(text.split()[:FEW_WORDS])
            told = f"no quiz item examines this question: add RECAP = {start!r} to the one that"
            yield page.error(line, f"{told} asks about it, or write one")
