"""The directives that a text may use; each returns HTML or raises with file and line."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules

from jinja2 import Environment

from builder.pages import directives
from builder.pages.content import Lesson, Page, addresses
from builder.pages.directives.shared import Shared
from builder.pages.markdown import Directive, LessonMarkdown
from builder.pages.names import Names

SEVERAL = 4  # sections, from which on a page has a list of them


class Directives(dict[str, Directive]):
    """All directives by name. `lessons` is the whole module, `others` are the other pages."""

    def __init__(
        self,
        templates: Environment,
        lessons: Sequence[Lesson],
        names: Names,
        others: Sequence[Page] = (),
        quotes: str = "“”‘’",
    ) -> None:
        super().__init__()
        self.markdown = LessonMarkdown(self, addresses([*lessons, *others]), names, quotes)
        card = names.values.get("card", {})
        self.shared = Shared(templates, lessons, others, card, self.markdown)
        for kind in kinds():
            self.update(named(kind(templates, lessons, others, card, self.markdown)))

    def equip(self, page: Page) -> None:
        """Give a page of several sections the list of them, and one with cells the desk."""
        if page.cells or page.has_quiz:
            page.desk = self.shared.put(page, "cells/desk", page)
        if len(page.sections) >= SEVERAL:
            page.contents = self.shared.put(page, "progress/contents", page)
            page.reminder += self.shared.put(
                page, "progress/resume", page.slug if page is not self.shared.lessons[0] else ""
            )

    def remind(self, lessons: Sequence[Lesson]) -> None:
        """Have the first lesson say what has come back for review, if a lesson has the quiz."""
        for asking in (lesson for lesson in lessons if lesson.has_quiz):
            first = lessons[0]
            first.reminder += self.shared.put(first, "quiz/review", asking, first.root)

    def offer(self, lessons: Sequence[Lesson], pages: Sequence[Page]) -> None:
        """Have each lesson offer the pages that name it, until they have been opened or declined.

        Raises ContentError for a page that names a lesson that isn't there.
        """
        by_slug = {lesson.slug: lesson for lesson in lessons}
        for page in (page for page in pages if "offered" in page.meta):
            lesson = by_slug.get(page.meta["offered"])
            if lesson is None:
                raise page.error(None, f"offered: there is no lesson {page.meta['offered']!r}")
            self.offer_on(lesson, page)
            for version in (page, *page.versions):
                version.reminder += self.shared.put(version, "reading/seen", page.slug)

    def offer_on(self, lesson: Page, page: Page) -> None:
        """Have a lesson offer a page, until it has been opened or declined."""
        lesson.offers += self.shared.put(lesson, "reading/offer", page, lesson.root)


def kinds() -> list[type[Shared]]:
    """Return the classes of directives that the files of this folder define."""
    for module in iter_modules(directives.__path__):
        import_module(f"{directives.__name__}.{module.name}")
    return Shared.__subclasses__()


def named(kind: Shared) -> dict[str, Directive]:
    """Return the methods that one class of directives adds, by the names that a text uses."""
    added = [name for name in vars(type(kind)) if not name.startswith("_")]
    return {name.replace("_", "-"): getattr(kind, name) for name in added}


def check_all_used(lesson: Page) -> None:
    """Refuse a figure, an exercise or a listing that no text shows."""
    parts = ("figures/*.py", "exercises/*", "listings/*.py")
    for path in sorted(path for part in parts for path in lesson.folder.glob(part)):
        if path.stem not in lesson.uses:
            unused = path.relative_to(lesson.folder)
            raise lesson.error(None, f"{unused.as_posix()} is not used in the text")
