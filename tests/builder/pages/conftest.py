"""A lesson in a module of two, rendered."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.pages import content
from builder.pages.directives.registry import Directives, check_all_used
from builder.pages.names import Names
from builder.site.assemble import environment
from builder.site.assets import strings

FRONT = """+++
title = "T"
short = "S"
tag = "t"
question = "Q?"
goals = ["one"]
+++
"""

PARAGRAPH = re.compile(r"(?<=[(\"])[a-z-]*#[a-z][\w-]*(?=[)\"])")


def lead_to(anchor: str, exercise: Path) -> None:
    """Let all that a copied exercise names be one paragraph of the page that it is on now."""
    for path in (exercise / "mistakes.py", exercise / "hints.md"):
        path.write_text(PARAGRAPH.sub(f"#{anchor}", path.read_text()))


@pytest.fixture
def render_page(tmp_path: Path) -> Callable[[str], content.Page]:
    """A function that renders the text of a lesson in a module of two."""

    def run(text: str) -> content.Page:
        for name in ("01-first", "02-second"):
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / "lesson.md").write_text(FRONT + "text\n")
        (tmp_path / "01-first" / "lesson.md").write_text(FRONT + text)
        lessons = content.load_lessons(tmp_path)
        templates = environment(strings(), lessons)
        app = content.Page(tmp_path, "second/app", {}, "", 0)
        directives = Directives(templates, lessons, Names({"half": 0.5}), [app])
        lessons[0].html = directives.markdown.render(lessons[0])
        check_all_used(lessons[0])
        return lessons[0]

    return run


@pytest.fixture
def render(render_page: Callable[[str], content.Page]) -> Callable[[str], str]:
    """A function that renders such a text as HTML."""
    return lambda text: render_page(text).html
