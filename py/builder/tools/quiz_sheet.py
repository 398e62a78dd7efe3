"""The quiz on paper: a sheet of questions with its answer key, the same for the same seed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from builder.base.errors import BuildError
from builder.base.places import SITE
from builder.base.tree import read
from builder.pages import quiz
from builder.pages.content import Page, load_lessons, load_pages
from builder.site import assets
from builder.site.assemble import computed_values, environment
from course.quiz.items import Source

COUNT = 12
LETTERS = "ABCDEFGHIJ"
ABSENT: dict[str, Any] = {"drawing": "", "code": False, "unit": ""}  # what not every item has


def sheet(seed: int, count: int = COUNT) -> str:
    """Return the sheet of a seed as one HTML page that needs no other file.

    Raises BuildError when there is no quiz, or for an item that is unsound.
    """
    lessons = load_lessons(SITE / "lessons")
    pages = [*lessons, *load_pages(SITE / "pages")]
    home = quiz.home_of(pages)
    if home is None:
        raise BuildError("no page asks the questions: none has a fence {quiz}")
    values = computed_values(lessons)
    rng = np.random.default_rng(seed)
    block, inline = quiz.renderers(home, pages, values)
    try:
        items = [
            ABSENT | arranged(quiz.described(source, source.item(seed), block, inline), rng)
            for source in draw(quiz.load(pages), count, rng)
        ]
    except ValueError as error:
        raise BuildError(str(error)) from error
    named = quiz.Anchors(pages, values)
    for item in items:
        item["places"] = len(item.get("shown", "").partition(".")[2])
        item.update(about=about(item, pages), see=named.text(item["see"]))
    styles = [assets.stylesheet(), *map(read, assets.own_styles(pages).values())]
    style = b"\n".join(styles).decode()
    style += (SITE / "quiz" / "quiz-sheet.css").read_text(encoding="utf-8")
    template = environment(assets.strings(), lessons).get_template("quiz/quiz-sheet.html")
    return template.render(items=items, seed=seed, style=style, letters=LETTERS)


def draw(sources: Sequence[Source], count: int, rng: np.random.Generator) -> list[Source]:
    """Return `count` items, spread over the lessons and their goals, the easier ones first."""
    left = [sources[i] for i in rng.permutation(len(sources))]
    drawn: list[Source] = []
    while left and len(drawn) < count:
        lessons = [one.lesson for one in drawn]
        goals = [(one.lesson, one.goal) for one in drawn]
        best = min(
            left, key=lambda one: (lessons.count(one.lesson), goals.count((one.lesson, one.goal)))
        )
        left.remove(best)
        drawn.append(best)
    return sorted(drawn, key=lambda source: source.level)


def arranged(item: dict[str, Any], rng: np.random.Generator) -> dict[str, Any]:
    """Return the item with its options shuffled, or its lines out of order, for paper."""
    if "lines" in item:
        order = rng.permutation(len(item["lines"])).tolist()
        order = order[::-1] if order in item["orders"] else order
        numbers = [order.index(place) for place in range(len(order))]
        return {**item, "shuffled": [item["lines"][place] for place in order], "key": numbers}
    if "drawing" in item:  # its places have letters already
        return {**item, "options": sorted(item["options"], key=lambda option: option["place"])}
    if "options" in item and not item.get("fixed"):
        order = rng.permutation(len(item["options"])).tolist()
        return {**item, "options": [item["options"][place] for place in order]}
    return item


def about(item: dict[str, Any], pages: Sequence[Page]) -> dict[str, str]:
    """Return the titles of an item's lesson and goal."""
    lesson = next(one for one in pages if one.slug == item["lesson"])
    return {"lesson": lesson.meta["title"], "goal": lesson.meta["goals"][item["goal"]]}
