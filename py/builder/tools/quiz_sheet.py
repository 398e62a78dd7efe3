"""The quiz on paper: a sheet of questions with its answer key, the same for the same seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from builder.base.errors import BuildError
from builder.base.places import SITE
from builder.base.tree import read
from builder.pages import quiz
from builder.pages.content import Page, load_lessons, load_pages
from builder.pages.names import Names
from builder.site import assets
from builder.site.assemble import computed_values, environment
from course.quiz.items import Source

COUNT = 12
LETTERS = "ABCDEFGHIJ"
ABSENT: dict[str, Any] = {  # what not every item has
    **{"drawing": "", "code": False, "unit": "", "reason": ""},
    **{"slips": (), "options": ()},
}


def sheet(seed: int, count: int = COUNT) -> str:
    """Return the sheet of a seed as one HTML page that needs no other file.

    Raises BuildError when there is no quiz, or for an item that is unsound.
    """
    lessons = load_lessons(SITE / "lessons")
    pages = [*lessons, *load_pages(SITE / "pages")]
    home = quiz.home_of(pages)
    if home is None:
        raise BuildError("no page asks the questions: none has a fence {quiz}")
    names = Names(computed_values())
    rng = np.random.default_rng(seed)
    block, inline = quiz.renderers(home, pages, names)
    try:
        items = [
            ABSENT | arranged(quiz.described(source, source.item(seed), block, inline), rng)
            for source in draw(quiz.load(pages), count, rng)
        ]
    except ValueError as error:
        raise BuildError(str(error)) from error
    named = quiz.Anchors(pages, names)
    texts = assets.strings()
    for item in items:
        item["places"] = len(item.get("shown", "").partition(".")[2])
        item.update(about=about(item, pages), see=named.text(item["see"]))
        item["solution"] = solution(item, texts["quiz"])
    styles = [assets.stylesheet(), *map(read, assets.own_styles(pages).values())]
    style = b"\n".join(styles).decode()
    style += (SITE / "quiz" / "quiz-sheet.css").read_text(encoding="utf-8")
    template = environment(texts, lessons).get_template("quiz/quiz-sheet.html")
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
    """Return the item as paper shows it: each option with its letter, or its lines out of order."""
    if "lines" in item:
        order = rng.permutation(len(item["lines"])).tolist()
        order = order[::-1] if order in item["orders"] else order
        keys = [[order.index(line) for line in right] for right in item["orders"]]
        return {**item, "shuffled": [item["lines"][place] for place in order], "keys": keys}
    if "options" not in item:
        return item
    options = item["options"]
    if not item.get("fixed"):
        options = [options[place] for place in rng.permutation(len(options))]
    named = [{**option, "letter": letter_of(option, at)} for at, option in enumerate(options)]
    return {**item, "options": sorted(named, key=lambda option: option["letter"])}


def letter_of(option: Mapping[str, Any], place: int) -> str | int:
    """Return what an option is called: by the drawing, by its line of code, else by its place."""
    return option.get("place") or option.get("line") or LETTERS[place]


def solution(item: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    """Return what the key says of an item: its number, its letters, or its line."""
    if item["ask"] == "number":
        return f"{item['shown']} {item['unit']}".strip()
    if item["ask"] == "order":
        return f" {texts['sheet_or']} ".join(
            " ".join(LETTERS[place] for place in key) for key in item["keys"]
        )
    right = " ".join(str(one["letter"]) for one in item["options"] if one["right"])
    return assets.fill(texts["sheet_line"], line=right) if item["code"] else right


def about(item: dict[str, Any], pages: Sequence[Page]) -> dict[str, str]:
    """Return the titles of an item's lesson and goal."""
    lesson = next(one for one in pages if one.slug == item["lesson"])
    return {"lesson": lesson.meta["title"], "goal": lesson.meta["goals"][item["goal"]]}
