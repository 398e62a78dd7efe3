"""The figure "The module at a glance": one stop for each lesson folder, each a link."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from builder.pages.content import Lesson
from course.figures.svg import Svg

COLUMNS = 4
COLUMN, ROW, RADIUS = 120, 150, 30  # units of the drawing
TOP = 40  # from the drawing's edge to the first row's centres
ICON = 40  # the square in which a lesson's icon is drawn


def glance(lessons: Sequence[Lesson]) -> Svg:
    """Draw the lessons as stops on one way, in rows of four."""
    rows = -(-len(lessons) // COLUMNS)
    names = ", ".join(f"{lesson.number} {lesson.meta['short']}" for lesson in lessons)
    drawing = Svg(
        width=COLUMNS * COLUMN,
        height=rows * ROW - (ROW - TOP - RADIUS) + 52,
        title="The module at a glance",
        summary=f"{len(lessons)} stops, one after the other: {names}.",
        interactive=True,
    )
    places = [_place(index) for index in range(len(lessons))]
    for here, there in pairwise(places):
        drawing.add("path", d=_way(here, there), class_="glance-way")
    for lesson, (x, y) in zip(lessons, places, strict=True):
        _stop(drawing, lesson, x, y)
    return drawing


def _place(index: int) -> tuple[float, float]:
    row, column = divmod(index, COLUMNS)
    return (column + 0.5) * COLUMN, TOP + row * ROW


def _way(here: tuple[float, float], there: tuple[float, float]) -> str:
    """Return the path from stop to stop; to the next row it swings below the labels."""
    (x, y), (x2, y2) = here, there
    if y == y2:
        return f"M{x + RADIUS + 6} {y}H{x2 - RADIUS - 6}"
    middle = y2 - RADIUS - 16
    return f"M{x + RADIUS + 6} {y}h6q12 0 12 12V{middle - 12}q0 12 -12 12H{x2 + 12}q-12 0 -12 12v2"


def _stop(drawing: Svg, lesson: Lesson, x: float, y: float) -> None:
    link = drawing.add("a", href=f"./{lesson.address}", class_="glance-stop")
    link.add("circle", cx=x, cy=y, r=RADIUS)
    icon = lesson.meta.get("icon")
    if icon:
        frame = link.add("g", transform=f"translate({x - ICON / 2} {y - ICON / 2})")
        frame.add("path", d=icon, class_="glance-icon")
    else:
        link.add("text", str(lesson.number), x=x, y=y + 7, class_="glance-name")
    link.add("text", lesson.meta["short"], x=x, y=y + RADIUS + 24, class_="glance-name")
    tag = f"{lesson.number} · {lesson.meta['tag']}"
    link.add("text", tag, x=x, y=y + RADIUS + 42, class_="glance-tag")
