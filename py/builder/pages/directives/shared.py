"""What all directives share: the page's templates, its Markdown, and what a name looks like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from jinja2 import Environment

from builder.pages.content import Lesson, Page
from course.figures.controls import Control, declare
from course.figures.svg import Svg

if TYPE_CHECKING:
    from builder.pages.markdown import LessonMarkdown

NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass
class Shared:
    """What a directive works with: `lessons` is the whole module, `others` are the other pages."""

    templates: Environment
    lessons: Sequence[Lesson]
    others: Sequence[Page]
    model_card: dict[str, Any]
    markdown: LessonMarkdown

    def component(self, path: str) -> Any:
        """Return the macro of site/PATH.html that has the file's name."""
        return getattr(self.templates.get_template(f"{path}.html").module, PurePosixPath(path).name)

    def framed(
        self,
        lesson: Page,
        name: str,
        drawing: Svg,
        caption: str,
        line: int,
        controls: Sequence[Control] = (),
    ) -> str:
        """Return a drawing with its caption and its controls."""
        text = self.markdown.inline(lesson, caption.strip(), line)
        component = self.component("figures/figure")
        return str(component(name, drawing, text, [declare(one) for one in controls]))


def refuse(lesson: Page, line: int, name: str, argument: str = "", body: str = "") -> None:
    """Refuse what a directive does not take: something behind its name, or a body."""
    if argument:
        raise lesson.error(line, f"{{{name}}} takes nothing behind its name, not {argument!r}")
    if body.strip():
        raise lesson.error(line, f"{{{name}}} has no body")
