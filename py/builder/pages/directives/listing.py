"""The directive of listings."""

from __future__ import annotations

from builder.pages import listings
from builder.pages.content import Page
from builder.pages.directives.shared import Shared, refuse
from builder.pages.markdown import highlighted


class Listing(Shared):
    """A program that can't run in the page."""

    def listing(self, lesson: Page, name: str, body: str, line: int) -> str:
        """A fence `{listing} NAME`: listings/NAME.py as it is, and what it has printed."""
        refuse(lesson, line, "listing", body=body)
        path = lesson.folder / "listings" / f"{name}.py"
        if not path.is_file():
            raise lesson.error(line, f"there is no listings/{name}.py")
        lesson.uses.add(name)
        code = highlighted(path.read_text(encoding="utf-8"), "python")
        return self.put(lesson, "reading/listing", path.name, code, listings.printed(path))
