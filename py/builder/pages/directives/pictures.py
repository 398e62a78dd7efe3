"""Directives of pictures: figures, the model card's tables and pictures, the pad."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from builder.base.kept import kept
from builder.base.tree import digest
from builder.pages import card
from builder.pages.content import Page
from builder.pages.directives.shared import Shared, Shown, only_on_page, refuse
from builder.pages.glance import glance
from builder.pages.roles import LIVE
from course.figures.figure import Figure


def drawn(path: Path, made_from: str) -> Shown:
    """Return a figure as it is at first; it's kept under a digest of all that it's made from."""

    def make() -> bytes:
        figure = Figure(path)
        return json.dumps(asdict(Shown.of(figure.draw({}), figure.controls))).encode()

    key = digest({"by": made_from.encode(), "path": str(path).encode()})
    return Shown(**json.loads(kept(f"figures/{key}.json", make) if made_from else make()))


class Pictures(Shared):
    """Drawings that Python makes, and the pad that a learner draws on."""

    def figure(self, lesson: Page, name: str, caption: str, line: int) -> str:
        """A fence `{figure} NAME` whose body is the caption; figures/NAME.py draws it."""
        path = lesson.folder / "figures" / f"{name}.py"
        if not path.exists():
            raise lesson.error(line, f"there is no figures/{name}.py")
        lesson.uses.add(name)
        drawing = drawn(path, self.markdown.names.made_from)
        return self.framed(lesson, name, drawing, caption, line)

    @only_on_page
    def at_a_glance(self, lesson: Page, argument: str, caption: str, line: int) -> str:
        """A fence `{at-a-glance}` whose body is the caption: the way through all lessons."""
        refuse(lesson, line, "at-a-glance", argument)
        return self.framed(lesson, "at-a-glance", Shown.of(glance(self.lessons)), caption, line)

    @only_on_page
    def card(self, lesson: Page, name: str, caption: str, line: int) -> str:
        """A fence `{card} NAME`: a table or a picture of the recogniser's card."""
        if name not in card.MADE_FROM:
            known = ", ".join(card.MADE_FROM)
            raise lesson.error(line, f"the card has no {name!r} (known: {known})")
        if card.MADE_FROM[name] not in self.model_card:
            return self.put(lesson, "pad/unmeasured")
        if name in card.TABLES:
            lesson.live |= LIVE["table"]
            return card.TABLES[name](self.model_card)
        drawing = Shown.of(card.FIGURES[name](self.model_card))
        return self.framed(lesson, name, drawing, caption, line)

    def measured(self, lesson: Page, name: str, body: str, line: int) -> str:
        """`:::{measured} PART`: a text that tells of a part of the card, where it has that part."""
        if name not in card.MEASURED:
            known = ", ".join(card.MEASURED)
            raise lesson.error(line, f"no card has a part {name!r} (known: {known})")
        if name not in self.model_card:
            return self.put(lesson, "pad/unmeasured")
        return self.markdown.render(lesson, body, line + 1)

    @only_on_page
    def pad(self, lesson: Page, variant: str, body: str, line: int) -> str:
        """A fence `{pad} compact` or `{pad} full`: the draw pad with its prediction."""
        refuse(lesson, line, "pad", body=body)
        if variant not in ("compact", "full"):
            raise lesson.error(line, "a pad is {pad} compact or {pad} full")
        return self.put(lesson, "pad/pad", compact=variant == "compact")
