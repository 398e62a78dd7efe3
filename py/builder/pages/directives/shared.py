"""What all directives share: the page's templates, its Markdown, and what a name looks like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, TypeVar

from jinja2 import Environment

from builder.pages.content import ENGLISH, Lesson, Page
from builder.pages.languages import said
from course.figures.controls import Control, declare
from course.figures.svg import Svg

if TYPE_CHECKING:
    from builder.pages.markdown import LessonMarkdown

NAME = re.compile(r"[a-z][a-z0-9-]*")
ONLY_ON_PAGE: set[str] = set()  # the directives whose caption is all that a notebook has of them
Made = TypeVar("Made", bound=Callable[..., str])


def only_on_page(directive: Made) -> Made:
    """Mark a directive that a page's notebook tells as "Only on the page", with its caption."""
    ONLY_ON_PAGE.add(directive.__name__.replace("_", "-"))
    return directive


@dataclass(frozen=True)
class Shown:
    """A drawing as a page has it at first: as text, in words, and its controls as declared."""

    markup: str
    summary: str
    readable: bool
    controls: list[dict[str, Any]]

    @classmethod
    def of(cls, drawing: Svg, controls: Iterable[Control] = ()) -> Shown:
        """Return a drawing that Python has made."""
        return cls(drawing.markup(), drawing.summary, drawing.readable, [*map(declare, controls)])


@dataclass
class Shared:
    """What a directive works with: `lessons` is the whole module, `others` are the other pages."""

    templates: Environment
    lessons: Sequence[Lesson]
    others: Sequence[Page]
    model_card: dict[str, Any]
    markdown: LessonMarkdown

    def put(self, page: Page, path: str, *arguments: object, **named: object) -> str:
        """Return what the macro of site/PATH.html makes; the page learns what comes alive there.

        The file may set `live`, {selector: module}, and `needs`, some of `content.NEEDS`.
        """
        module = self.templates.get_template(f"{path}.html").module
        page.live |= getattr(module, "live", {})
        page.needs |= {*getattr(module, "needs", ())}
        return str(getattr(module, PurePosixPath(path).name)(*arguments, **named))

    def framed(
        self,
        lesson: Page,
        name: str,
        drawing: Shown,
        caption: str,
        line: int,
    ) -> str:
        """Return a drawing with its caption and its controls."""
        text = self.markdown.inline(lesson, caption.strip(), line)
        lesson.summaries[name] = drawing.summary
        if drawing.controls:  # without any it is a picture
            lesson.live |= {"[data-figure]": "figures/figure.js"}
            lesson.needs.add("python")
        markup, language = drawing.markup, None
        if lesson.original:
            known = said.rules(lesson, f"figures/{name}")
            for control in drawing.controls:
                relabel(control, known)
            markup, left = said.markup(markup, known)
            language = ENGLISH if left else None
        parts = (markup, drawing.readable, text, drawing.controls, language)
        return self.put(lesson, "figures/figure", name, *parts)


def relabel(control: dict[str, Any], known: Sequence[said.Rule]) -> None:
    """Translate what a declared control is called."""
    control["label"], _ = said.in_words(control["label"], known)
    if "options" in control:
        options = [(value, said.in_words(label, known)[0]) for value, label in control["options"]]
        control["options"] = options


def refuse(lesson: Page, line: int, name: str, argument: str = "", body: str = "") -> None:
    """Refuse what a directive does not take: something behind its name, or a body."""
    if argument:
        raise lesson.error(line, f"{{{name}}} takes nothing after its name, not {argument!r}")
    if body.strip():
        raise lesson.error(line, f"{{{name}}} has no body")
