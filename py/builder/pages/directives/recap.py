"""The directive of "In your own words": questions to answer in writing, with model answers."""

from __future__ import annotations

import re

from builder.pages.content import Page
from builder.pages.directives.shared import Shared, refuse
from builder.pages.roles import short_name

ITEM = re.compile(r"^\d+\. (.+(?:\n +\S.*)*)", re.MULTILINE)
FORM = ":::{recap}, a numbered list of questions, ---, and a numbered list of their answers"


class Recap(Shared):
    """What a reader says in their own words."""

    def recap(self, lesson: Page, argument: str, body: str, line: int) -> str:
        """`:::{recap}`: questions, ---, and the answers that the reader compares theirs with."""
        refuse(lesson, line, "recap", argument)
        asked, rule, answered = body.partition("\n---\n")
        questions, answers = items(asked), items(answered)
        if not rule or not questions or len(questions) != len(answers):
            raise lesson.error(line, FORM)
        names = [short_name(question) for _, question in questions]
        if lesson.original:
            names = lesson.original.recaps[len(lesson.recaps) :][: len(questions)]
            if len(names) != len(questions):
                raise lesson.error(line, "the original has fewer questions")
        lesson.recaps += names
        lesson.outline.append((line, f"a recap of {len(questions)}"))
        below = line + 2 + asked.count("\n")
        shown = [
            (
                f"{lesson.slug}/{name}",
                self.markdown.inline(lesson, question, line + 1 + at),
                self.markdown.inline(lesson, answer, below + there),
            )
            for name, (at, question), (there, answer) in zip(names, questions, answers, strict=True)
        ]
        return self.put(lesson, "reading/recap", shown)


def items(text: str) -> list[tuple[int, str]]:
    """Return the items of a numbered list, each with its line, from 0."""
    return [(text.count("\n", 0, one.start()), one[1]) for one in ITEM.finditer(text)]
