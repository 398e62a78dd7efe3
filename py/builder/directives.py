"""The directives that a lesson's text may use; each returns HTML or raises with file and line."""

from __future__ import annotations

import html
import importlib.util
import inspect
import re
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from jinja2 import Environment

from builder.content import Lesson
from builder.markdown import Directive, LessonMarkdown, highlighted

NAME = re.compile(r"[a-z][a-z0-9-]*")


class Directives(dict[str, Directive]):
    """All directives by name. `lessons` is the whole module, for figures that show it."""

    def __init__(
        self, templates: Environment, lessons: list[Lesson], values: Mapping[str, Any]
    ) -> None:
        super().__init__(aside=self.aside, cell=self.cell, figure=self.figure, pad=self.pad)
        self.templates = templates
        self.lessons = lessons
        addresses = {lesson.folder.name: lesson.address for lesson in lessons}
        self.markdown = LessonMarkdown(self, addresses, values)

    def component(self, name: str) -> Any:
        """Return the macro of templates/components/NAME.html that has the same name."""
        return getattr(self.templates.get_template(f"components/{name}.html").module, name)

    def aside(self, lesson: Lesson, title: str, body: str, line: int) -> str:
        """`:::{aside} Title`: a remark that can be skipped, folded until asked for."""
        if not title:
            raise lesson.error(line, "an aside has a title: :::{aside} Why a bias?")
        inner = self.markdown.render(lesson, body, line + 1)
        return f'<details class="aside"><summary>{html.escape(title)}</summary>{inner}</details>\n'

    def cell(self, lesson: Lesson, name: str, code: str, line: int) -> str:
        """A fence `{cell} NAME`: Python that the learner can edit and run."""
        if not NAME.fullmatch(name):
            raise lesson.error(line, f"a cell has a name in small letters, not {name!r}")
        if name in lesson.cells:
            raise lesson.error(line, f"this lesson has two cells called {name}")
        try:
            compile(code, name, "exec")
        except SyntaxError as error:
            raise lesson.error(line + (error.lineno or 0), f"in cell {name}: {error.msg}") from None
        lesson.cells.append(name)
        return str(self.component("cell")(name, code, highlighted(code, "python")))

    def pad(self, lesson: Lesson, variant: str, body: str, line: int) -> str:
        """A fence `{pad} compact` or `{pad} full`: the draw pad with its prediction."""
        if variant not in ("compact", "full") or body.strip():
            raise lesson.error(line, "a pad is {pad} compact or {pad} full, without a body")
        return str(self.component("pad")(compact=variant == "compact"))

    def figure(self, lesson: Lesson, name: str, caption: str, line: int) -> str:
        """A fence `{figure} NAME` whose body is the caption; figures/NAME.py draws it."""
        path = lesson.folder / "figures" / f"{name}.py"
        if not path.exists():
            raise lesson.error(line, f"there is no figures/{name}.py")
        lesson.uses.add(name)
        module = load_module(path)
        values = {control.name: control.value for control in module.CONTROLS}
        if "lessons" in inspect.signature(module.draw).parameters:
            values["lessons"] = self.lessons
        drawing = module.draw(**values)
        text = self.markdown.parser.renderInline(caption.strip(), {"lesson": lesson, "line": line})
        return str(self.component("figure")(name, drawing, text))


def load_module(path: Path) -> ModuleType:
    """Import a Python file that belongs to a lesson, by its path."""
    spec = importlib.util.spec_from_file_location(f"lesson_{path.stem.replace('-', '_')}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def check_all_used(lesson: Lesson) -> None:
    """Refuse a figure that no text shows."""
    for path in sorted(lesson.folder.glob("figures/*.py")):
        if path.stem not in lesson.uses:
            raise lesson.error(None, f"figures/{path.name} is not used in the text")
