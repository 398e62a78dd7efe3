"""What the page asks of figures: draw one."""

from pathlib import Path
from typing import Any

from course.figures.figure import Figure
from course.figures.svg import Drawn, Stop
from course.lessons import part


class Figures:
    """Operations "figures.NAME". lessons: their folder."""

    def __init__(self, lessons: Path) -> None:
        self._lessons = lessons
        self._figures: dict[tuple[str, str], Figure] = {}

    def draw(self, lesson: str, name: str, values: dict[str, Any]) -> Drawn:
        """Draw a lesson's figure; controls that values leave out keep their declared value."""
        return self._figure(lesson, name).draw(values).drawn()

    def walk(self, lesson: str, name: str, values: dict[str, Any]) -> list[Stop]:
        """Return the points of the curves in that drawing, each with a sentence."""
        return self._figure(lesson, name).draw(values).stops()

    def _figure(self, lesson: str, name: str) -> Figure:
        if (lesson, name) not in self._figures:
            path = part(self._lessons, lesson, "figures", name)
            self._figures[lesson, name] = Figure(path)
        return self._figures[lesson, name]
